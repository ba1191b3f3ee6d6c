package uk.carecontracts.contracts.publication;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.contracts.ocds.ReleaseMerge;
import uk.carecontracts.testkit.Patience;

/** What someone holds who only ever follows links.next and merges what comes. */
@QuarkusTest
@ContractsInfrastructure
class HarvestTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OCDS = "/v1/register/ocds";

  /** Keeps the first copy of each release and the address of its last page. */
  private static final class Harvester {
    private final Map<String, ObjectNode> held = new LinkedHashMap<>();
    private String page;

    Harvester(String council) {
      this.page = OCDS + "/release-packages?limit=2&authority=" + council;
    }

    JsonNode goOnTo(int releases) {
      Patience.await().until(this::follow, count -> count == releases);
      return ReleaseMerge.compile(List.copyOf(held.values()));
    }

    private int follow() throws IOException {
      while (true) {
        JsonNode frame =
            JSON.readTree(given().urlEncodingEnabled(false).get(page).then().extract().asString());
        frame
            .path("releases")
            .forEach(each -> held.putIfAbsent(each.path("id").asText(), (ObjectNode) each));
        JsonNode next = frame.at("/links/next");
        if (next.isMissingNode()) {
          return held.size();
        }
        URI address = URI.create(next.asText());
        page = address.getRawPath() + "?" + address.getRawQuery();
      }
    }

    JsonNode newest() {
      return List.copyOf(held.values()).get(held.size() - 1);
    }
  }

  private static JsonNode record(String id) throws IOException {
    return JSON.readTree(given().get(OCDS + "/records/ocds-carecx-" + id).asString());
  }

  private static JsonNode compiled(JsonNode record) {
    return record.at("/records/0/compiledRelease");
  }

  private static String exempt(String council, String id, String field) {
    Response exempted =
        Api.as(council)
            .body(
                "{\"field\":\"%s\",\"ground\":\"FOI_S43\",\"reason\":\"Never told\"}"
                    .formatted(field))
            .post("/v1/contracts/" + id + "/exemptions");
    exempted.then().statusCode(201);
    return Api.id(exempted);
  }

  private static void lift(String council, String id, String exemption) {
    String path = "/v1/contracts/" + id + "/exemptions/" + exemption;
    Api.as(council)
        .header("If-Match", Api.as(council).get(path).header("ETag"))
        .body("{\"reason\":\"Never told either\"}")
        .post(path + "/lift")
        .then()
        .statusCode(200);
  }

  private static Response paid(String council, String supplier) {
    Response draft = Api.as(council).body(Api.complete(Api.reference())).post("/v1/contracts");
    Response awarded = Api.stepAs(council, draft, "award", Api.award(supplier));
    Response active = Api.stepAs(council, awarded, "activate", "{}");
    String line = supplier + ",2026-05-06,1234.50," + UUID.randomUUID() + "\n";
    Api.as(council)
        .contentType("text/csv")
        .body(
            ("BeneficiaryName,PaymentDate,Amount,TransactionNumber\n" + line)
                .getBytes(StandardCharsets.UTF_8))
        .post("/v1/spend-imports?format=LGA_SPEND")
        .then()
        .statusCode(202);
    return active;
  }

  @Test
  void what_is_kept_back_or_published_again_comes_to_who_only_reads_on() throws Exception {
    String council = Api.council();
    String supplier = "Quercus" + UUID.randomUUID().toString().replace("-", "");
    Harvester harvester = new Harvester(council);
    Response active = paid(council, supplier);
    String id = Api.id(active);
    harvester.goOnTo(3);
    Api.as(council)
        .header("If-Match", active.header("ETag"))
        .body("{\"title\":\"Care at home\"}")
        .patch("/v1/contracts/" + id + "?reason=Tendering")
        .then()
        .statusCode(200);
    JsonNode whole = harvester.goOnTo(4);
    assertTrue(whole.toString().contains("1234.5"), whole::toPrettyString);
    assertTrue(whole.toString().contains("Tendering"), whole::toPrettyString);
    assertTrue(whole.at("/awards/0").has("date"));

    String value = exempt(council, id, "VALUE");
    JsonNode poorer = harvester.goOnTo(5);
    JsonNode news = harvester.newest();
    assertEquals("ocds-carecx-" + id + "-exemption-" + value + "-1", news.path("id").asText());
    assertEquals("[\"contractUpdate\"]", news.path("tag").toString());
    assertTrue(news.at("/contracts/0/value/amount").isNull(), news::toPrettyString);
    for (String gone : List.of("1234.5", "300000", "Tendering", "Never told")) {
      assertFalse(poorer.toString().contains(gone), poorer::toPrettyString);
    }
    assertEquals("VALUE", poorer.at("/exemptions/0/field").asText());
    assertEquals(compiled(record(id)), poorer);
    assertEquals(Set.of(), OcdsSchema.recordPackages().faults(record(id)));

    String who = exempt(council, id, "SUPPLIER");
    exempt(council, id, "DATES");
    JsonNode poorest = harvester.goOnTo(7);
    assertFalse(poorest.toString().contains(supplier), poorest::toPrettyString);
    assertFalse(poorest.at("/awards/0").has("date"), poorest::toPrettyString);
    assertEquals(compiled(record(id)), poorest);
    assertEquals(Set.of(), OcdsSchema.recordPackages().faults(record(id)));

    lift(council, id, value);
    lift(council, id, who);
    JsonNode richer = harvester.goOnTo(9);
    assertEquals(1, richer.path("exemptions").size(), "dates are kept back still");
    assertTrue(richer.toString().contains("1234.5") && richer.toString().contains(supplier));
    JsonNode record = record(id);
    assertEquals(compiled(record), richer);
    assertEquals(Set.of(), OcdsSchema.recordPackages().faults(record));
    String address = OCDS + "/releases/ocds-carecx-" + id + "/";
    String release = harvester.newest().path("id").asText();
    assertEquals(200, given().get(address + release).statusCode());
  }

  @Test
  void with_the_last_exemption_gone_the_record_is_what_it_was_before_the_first() throws Exception {
    String council = Api.council();
    Response draft = Api.as(council).body(Api.complete(Api.reference())).post("/v1/contracts");
    String id = Api.id(draft);
    String early = exempt(council, id, "TITLE");
    Harvester harvester = new Harvester(council);
    Api.stepAs(council, draft, "award", Api.award("Fernleigh Ltd"));
    JsonNode first = harvester.goOnTo(1);
    assertEquals("Redacted", first.at("/tender/title").asText(), "a draft's exemption is no news");
    lift(council, id, early);
    JsonNode open = harvester.goOnTo(2);
    assertEquals("[\"awardUpdate\"]", harvester.newest().path("tag").toString());
    assertEquals("Home care in Northvale", open.at("/tender/title").asText());
    assertFalse(open.has("exemptions"));

    lift(council, id, exempt(council, id, "DOCUMENTS"));
    ObjectNode after = (ObjectNode) harvester.goOnTo(4);
    List<String> when = List.of("id", "date");
    assertEquals(((ObjectNode) open).without(when), after.without(when));
  }
}
