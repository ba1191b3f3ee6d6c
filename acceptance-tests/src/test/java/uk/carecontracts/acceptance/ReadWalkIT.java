package uk.carecontracts.acceptance;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.carecontracts.testkit.examples.Recording;

/**
 * Everything that can be read is read once, as its document says, among what the tests before have
 * left in the stack: an operation that is new is read from its first day.
 */
@Order(ReadWalkIT.LATE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadWalkIT {
  /** When the others have lived. */
  static final int LATE = Integer.MAX_VALUE - 10;

  private static final StackUnderTest STACK = StackUnderTest.get();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ANYTHING = "*/*";

  private static final List<String> COUNCILS =
      List.of(BusyStack.OWNER, LifeOfAContractIT.COUNCIL, LifeOfACallOffIT.COUNCIL);

  /** Their tags are those of what can be changed in them, for If-Match. */
  private static final Set<String> OF_A_PART = Set.of("getContractPlan");

  /** There is none, or a rule says why there is no answer. */
  private static final Set<Integer> NOTHING_THERE = Set.of(404, 422);

  /** How many operations may have nothing to read: what no test makes through the gateway. */
  private static final int UNREAD = 12;

  /** How many things of a kind are looked at before it is given up. */
  private static final int TRIES = 60;

  private final Walk walk = new Walk();
  private final List<Read> reads = new ArrayList<>();
  private final TreeSet<String> unread = new TreeSet<>();

  /** What was asked, how it is described, and what came. */
  private record Read(
      Operation operation,
      String council,
      JsonNode document,
      JsonNode answers,
      String path,
      Response answer) {

    JsonNode contents() {
      return answers.path("200").path("content");
    }

    @Nullable String finding() {
      String type = answer.contentType().replaceAll(";.*", "");
      if (answer.statusCode() != 200) {
        return answer.statusCode() + " " + answer.asString();
      }
      if (!contents().has(type) && !contents().has(ANYTHING)) {
        return "answers " + type + ", which is not described";
      }
      if (!type.endsWith("json")) {
        return null;
      }
      List<String> findings =
          new ExampleCheck(document).findings(contents().path(type).path("schema"), body());
      return findings.isEmpty() ? null : path + findings;
    }

    private JsonNode body() {
      try {
        return JSON.readTree(answer.asString());
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(path, e);
      }
    }
  }

  @BeforeAll
  void readEverything() throws JsonProcessingException {
    BusyStack.on(STACK);
    Map<String, JsonNode> documents = new LinkedHashMap<>();
    List<Operation> operations = new ArrayList<>();
    for (String service : List.of("contracts", "providers", "monitoring")) {
      String path = "/openapi/" + service + "?format=json";
      documents.put(service, JSON.readTree(given().get(STACK.gateway() + path).asString()));
      operations.addAll(Operation.of(service, documents.get(service)));
    }
    Recording.begin("/openapi", operation -> examples(operations, operation));
    operations.stream()
        .filter(operation -> operation.method().equals("GET"))
        .forEach(operation -> read(operation, documents.get(operation.service())));
    System.out.println("Read " + reads.size() + " operations, nothing to read for " + unread);
  }

  private static Path examples(List<Operation> operations, String id) {
    Operation operation =
        operations.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    return StackUnderTest.repository()
        .resolve(operation.service() + "-service/src/main/resources/openapi/examples");
  }

  private void read(Operation operation, JsonNode document) {
    JsonNode answers = document.path("paths").path(operation.path()).path("get").path("responses");
    for (String council : COUNCILS) {
      Iterator<String> paths =
          new OwnedThings(STACK, walk, council).paths(operation).limit(TRIES).iterator();
      while (paths.hasNext()) {
        String path = paths.next();
        Response answer = call(operation, council).get(STACK.gateway() + path);
        if (!NOTHING_THERE.contains(answer.statusCode())) {
          reads.add(new Read(operation, council, document, answers, path, answer));
          return;
        }
      }
    }
    unread.add(operation.id());
  }

  private static RequestSpecification call(Operation operation, String council) {
    RequestSpecification call = given().accept("application/json, */*;q=0.5");
    if (!operation.open()) {
      String token = STACK.token(AccessDecisions.readerOf(operation), council, null);
      call.header("Authorization", "Bearer " + token);
    }
    Map<String, String> query = new TreeMap<>(operation.query());
    query.replaceAll((name, value) -> value.isEmpty() ? council : about(name).orElse(value));
    if (operation.id().equals("getCycleView")) {
      query.put("serviceType", "HOME_CARE");
    }
    return call.queryParams(query);
  }

  /** What operations are asked about that need more than any value of the kind. */
  private static Optional<String> about(String parameter) {
    return switch (parameter) {
      case "providerId" -> BusyStack.mainOf("/v1/providers");
      case "planId" -> BusyStack.mainOf("/v1/monitoring-plans");
      case "lineSet" -> Optional.of("HOMECARE_18_PLUS");
      default -> Optional.empty();
    };
  }

  @Test
  void everyAnswerIsWhatItsDocumentSays() {
    assertEquals(Map.of(), findings(Read::finding));
  }

  @Test
  void whatTheReaderHoldsAlreadyIsNotSentAgain() {
    assertEquals(Map.of(), findings(ReadWalkIT::repetition));
  }

  private static @Nullable String repetition(Read read) {
    String etag = read.answer().header("ETag");
    boolean described = read.answers().has("304");
    if (OF_A_PART.contains(read.operation().id())) {
      return described ? "the tag says nothing of the rest" : null;
    }
    if (etag == null || !described) {
      return described == (etag != null) ? null : "ETag " + etag + ", 304 described: " + described;
    }
    // What an event changes meanwhile is rightly sent; then it is asked for as it is now.
    for (int tries = 5; tries > 0; tries--) {
      Response again =
          call(read.operation(), read.council())
              .header("If-None-Match", etag)
              .get(STACK.gateway() + read.path());
      if (again.statusCode() == 304) {
        return null;
      }
      etag = again.header("ETag");
    }
    return "always sent again";
  }

  @Test
  void whatIsDescribedAsTableComesAsTable() {
    assertEquals(Map.of(), findings(ReadWalkIT::table));
  }

  private static @Nullable String table(Read read) {
    if (!read.contents().has("text/csv")) {
      return null;
    }
    Response table =
        call(read.operation(), read.council())
            .accept("text/csv")
            .get(STACK.gateway() + read.path());
    boolean good =
        table.statusCode() == 200
            && table.contentType().startsWith("text/csv")
            && table.asString().contains(",");
    return good ? null : table.statusCode() + " " + table.contentType();
  }

  @Test
  void nearlyEverythingWasThereToBeRead() {
    assertTrue(unread.size() <= UNREAD, unread::toString);
  }

  private Map<String, String> findings(Function<Read, @Nullable String> check) {
    Map<String, String> findings = new TreeMap<>();
    for (Read read : reads) {
      String finding = check.apply(read);
      if (finding != null) {
        findings.put(read.operation().id(), finding);
      }
    }
    return findings;
  }
}
