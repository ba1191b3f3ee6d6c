package uk.carecontracts.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.carecontracts.acceptance.Walk.Answer;
import uk.carecontracts.stack.infrastructure.Role;

/**
 * Who may not come in is kept out of every operation. The operations are those of the documents the
 * gateway serves, so a new one is walked from its first day; what is open to everyone, to another
 * role or to other authorities is written down here, so that it is a decision.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityWalkIT {
  private static final StackUnderTest STACK = StackUnderTest.get();
  private static final List<String> SERVICES =
      List.of("contracts", "providers", "monitoring", "gateway");

  private final Walk walk = new Walk();
  private final List<Operation> operations = new ArrayList<>();

  @BeforeAll
  void readTheDocuments() throws JsonProcessingException {
    BusyStack.on(STACK);
    String token = STACK.token(Role.ADMIN, BusyStack.OWNER, null);
    for (String service : SERVICES) {
      Answer document = walk.get(STACK.gateway(), "/openapi/" + service + "?format=json", token);
      operations.addAll(Operation.of(service, new ObjectMapper().readTree(document.body())));
    }
    System.out.println("Walking " + operations.size() + " operations");
  }

  @Test
  void exactlyTheseOperationsAreOpenToEveryone() {
    assertEquals(
        AccessDecisions.PUBLIC,
        operations.stream()
            .filter(Operation::open)
            .map(Operation::name)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void theOpenOperationsReallyAnswerWithoutAToken() {
    Map<String, String> wrong = new TreeMap<>();
    for (Operation operation : operations) {
      if (operation.open()) {
        Answer answer = anonymous(STACK.gateway(), operation);
        if (answer.refusesTheToken() || answer.status() >= 500) {
          wrong.put(operation.name(), answer.toString());
        }
      }
    }
    assertEquals(Map.of(), wrong, "documented as open to everyone");
  }

  @Test
  void nobodyComesThroughTheGatewayWithoutAGoodToken() {
    assertEquals(Map.of(), letIn(service -> STACK.gateway()));
  }

  @Test
  void nobodyGetsPastTheGatewayToAServiceWithoutAGoodToken() {
    assertEquals(
        Map.of(),
        letIn(
            service ->
                "http://localhost:" + STACK.port(service.toUpperCase(java.util.Locale.ROOT))));
  }

  private Map<String, String> letIn(java.util.function.UnaryOperator<String> base) {
    Map<String, String> letIn = new TreeMap<>();
    Map<String, String> tokens = BadTokens.of(STACK);
    for (Operation operation : operations) {
      if (operation.open()) {
        continue;
      }
      String at = base.apply(operation.service());
      note(letIn, operation, "no token", anonymous(at, operation));
      tokens.forEach((name, token) -> note(letIn, operation, name, asked(at, operation, token)));
    }
    return letIn;
  }

  private static void note(
      Map<String, String> letIn, Operation operation, String what, Answer answer) {
    if (!answer.problem() || answer.status() != 401) {
      letIn.put(operation.name() + " with " + what, answer.toString());
    }
  }

  @Test
  void onlyTheScopesDecidedForItMayWrite() {
    Map<Role, String> tokens = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      UUID provider = role == Role.PROVIDER ? UUID.randomUUID() : null;
      tokens.put(role, STACK.token(role, BusyStack.OWNER, provider));
    }
    Map<String, String> wrong = new TreeMap<>();
    for (Operation operation : operations) {
      Set<Role> may = AccessDecisions.mayUse(operation);
      if (operation.open() || may.size() == Role.values().length) {
        continue;
      }
      tokens.forEach(
          (role, token) -> {
            Answer answer = asked(STACK.gateway(), operation, token);
            boolean lacksScope = answer.problem() && answer.code().equals("FORBIDDEN");
            if (may.contains(role) == lacksScope || answer.status() >= 500) {
              wrong.put(operation.name() + " as " + role, answer.toString());
            }
          });
    }
    assertEquals(Map.of(), wrong, "refused though decided, or let in though not decided");
  }

  @Test
  void noAuthorityReachesWhatBelongsToAnother() {
    Map<String, String> wrong = new TreeMap<>();
    Set<String> undecided = new TreeSet<>();
    int reached = 0;
    OwnedThings owned = new OwnedThings(STACK, walk, BusyStack.OWNER);
    for (Operation operation : operations) {
      if (!operation.isAboutSomething()
          || operation.open()
          || operation.path().startsWith("/v1/operations/")
          || operation.path().equals("/v1/webhooks/{service}")
          || AccessDecisions.COMMON.contains(operation.name())
          || AccessDecisions.OWN_PART.contains(operation.name())) {
        continue;
      }
      OwnedThings.Thing thing = owned.find(operation);
      reached += thing.exists() ? 1 : 0;
      if (!thing.exists()) {
        undecided.add(operation.name() + " (nothing to reach)");
      }
      Role role = AccessDecisions.readerOf(operation);
      Answer answer =
          walk.call(
              STACK.gateway(),
              operation,
              thing.path(),
              operation.query(),
              STACK.token(role, BusyStack.STRANGER, null),
              thing.etag());
      if (answer.status() == 400) {
        undecided.add(operation.name() + " (" + answer.body() + ")");
      } else if (!answer.hides()) {
        wrong.put(operation.name(), answer.toString());
      }
    }
    System.out.println("Reached for " + reached + " things of another authority");
    System.out.println("Not decided by this walk: " + undecided);
    assertEquals(Map.of(), wrong, "another authority's, and answered");
    assertTrue(reached > 15, "only " + reached + " operations had something to reach for");
  }

  @Test
  void noProviderReachesWhatIsMonitoredOfAnother() {
    Map<String, String> wrong = new TreeMap<>();
    Set<String> undecided = new TreeSet<>();
    String token = STACK.token(Role.PROVIDER, BusyStack.OWNER, UUID.randomUUID());
    OwnedThings owned = new OwnedThings(STACK, walk, BusyStack.OWNER);
    int reached = 0;
    int listed = 0;
    for (Operation operation : operations) {
      if (!operation.service().equals("monitoring")
          || operation.open()
          || AccessDecisions.REFERENCE.contains(operation.name())) {
        continue;
      }
      if (operation.isAboutSomething()) {
        OwnedThings.Thing thing = owned.find(operation);
        reached += thing.exists() ? 1 : 0;
        Answer answer =
            walk.call(
                STACK.gateway(), operation, thing.path(), operation.query(), token, thing.etag());
        if (answer.status() == 400 || !thing.exists()) {
          undecided.add(operation.name());
        } else if (!answer.hides()) {
          wrong.put(operation.name(), answer.toString());
        }
      } else if (!operation.writes()) {
        Answer answer = asked(STACK.gateway(), operation, token);
        listed++;
        if (answer.status() == 200 && holdsItems(answer)) {
          wrong.put(operation.name(), "lists " + answer.body());
        }
      }
    }
    System.out.printf(
        "As another provider: reached for %d things, read %d lists; not decided: %s%n",
        reached, listed, undecided);
    assertEquals(Map.of(), wrong, "another provider's, and answered");
    assertTrue(reached > 15, "only " + reached + " operations had something to reach for");
  }

  private static boolean holdsItems(Answer answer) {
    List<Object> items = JsonPath.from(answer.body()).getList("items");
    return items != null && !items.isEmpty();
  }

  @Test
  void ofACommonRecordEachAuthoritySeesOnlyItsOwnPart() {
    Map<String, String> wrong = new TreeMap<>();
    OwnedThings owned = new OwnedThings(STACK, walk, BusyStack.OWNER);
    for (Operation operation : operations) {
      if (AccessDecisions.OWN_PART.contains(operation.name()) && !operation.writes()) {
        String path = owned.find(operation).path();
        String owners = STACK.token(Role.PROVIDERS, BusyStack.OWNER, null);
        String strangers = STACK.token(Role.PROVIDERS, BusyStack.STRANGER, null);
        Api.eventually(() -> !isEmpty(walk.get(STACK.gateway(), path, owners)));
        Answer answer = walk.get(STACK.gateway(), path, strangers);
        if (!isEmpty(answer)) {
          wrong.put(operation.name(), answer + ": " + answer.body());
        }
      }
    }
    assertEquals(Map.of(), wrong);
  }

  private static boolean isEmpty(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    return JsonPath.from(answer.body()).getList("items").isEmpty();
  }

  @Test
  void nobodyImportsInTheNameOfAnotherAuthority() {
    Map<String, String> wrong = new TreeMap<>();
    int imports = 0;
    for (Operation operation : operations) {
      if (operation.method().equals("POST") && operation.query().containsKey("authority")) {
        Map<String, String> query = new TreeMap<>(operation.query());
        query.putAll(AccessDecisions.IMPORTS.getOrDefault(operation.name(), Map.of()));
        query.put("authority", BusyStack.OWNER);
        String token = STACK.token(AccessDecisions.readerOf(operation), BusyStack.STRANGER, null);
        Answer answer = walk.call(STACK.gateway(), operation, operation.path(), query, token, null);
        imports++;
        if (!answer.hides()) {
          wrong.put(operation.name(), answer.toString());
        }
      }
    }
    assertEquals(Map.of(), wrong);
    assertTrue(imports > 0, "no import takes an authority");
  }

  @Test
  void everyDecisionIsAboutAnOperationThatExists() {
    Set<String> decided = AccessDecisions.all();
    operations.forEach(operation -> decided.remove(operation.name()));
    assertEquals(Set.of(), decided);
  }

  private Answer anonymous(String base, Operation operation) {
    return walk.call(base, operation, anyPath(operation), operation.query(), null, null);
  }

  private Answer asked(String base, Operation operation, String token) {
    return walk.call(base, operation, anyPath(operation), operation.query(), token, null);
  }

  private static String anyPath(Operation operation) {
    return operation.at(
        name -> name.equals("service") ? operation.service() : UUID.randomUUID().toString());
  }
}
