package uk.carecontracts.acceptance;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.testkit.events.TopicReader;

/** One contract, read at every step in the register, in the public register and on the topic. */
record LivedContract(StackUnderTest stack, Api keeper, String id) {
  String path() {
    return "/v1/contracts/" + id;
  }

  JsonPath read() {
    return keeper.get(path());
  }

  /** Posts to a part of it with the ETag of the contract. */
  JsonPath define(String part, Object body) {
    return keeper.postMatching(201, path(), path() + part, body);
  }

  /** Posts to a part of it that needs no ETag. */
  JsonPath add(String part, Object body) {
    return keeper.post(201, path() + part, body);
  }

  /** An action on a part of it, with the part's own ETag. */
  JsonPath act(String part, String action, Object body) {
    return keeper.postMatching(200, path() + part, path() + part + action, body);
  }

  /** A step of its life. */
  JsonPath step(String verb, Object body) {
    return act("", "/" + verb, body);
  }

  String etag(String resource) {
    return keeper.call().get(resource).then().statusCode(200).extract().header("ETag");
  }

  /** The register, the public register, the open contracting record and the topic agree. */
  void isSeenAs(String status, String tag, @Nullable String contractStatus, String eventType) {
    JsonPath register = read();
    assertEquals(status, register.getString("status"));
    JsonPath inPublic =
        given()
            .baseUri(stack.gateway())
            .get("/v1/register/contracts/" + id)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertEquals(register.getString("reference"), inPublic.getString("referenceNumber"));
    JsonPath record =
        given()
            .baseUri(stack.gateway())
            .get("/v1/register/ocds/records/ocds-carecx-" + id)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    List<List<String>> tags = record.getList("records[0].releases.tag");
    assertTrue(tags.contains(List.of(tag)), () -> tag + " is not among " + tags);
    List<String> contracts = record.getList("records[0].compiledRelease.contracts.status");
    assertEquals(contractStatus, contracts == null ? null : contracts.get(0));
    Api.eventually(() -> events().contains(eventType));
  }

  /** The types of the events about it, in their order. */
  List<String> events() {
    return TopicReader.all(stack.kafka(), "contracts.v1").stream()
        .filter(event -> event.key().equals(id))
        .map(TopicReader.Event::type)
        .toList();
  }

  /** The types of the events about what belongs to it. */
  List<String> eventsAround() {
    return TopicReader.all(stack.kafka(), "contracts.v1").stream()
        .filter(event -> event.value().contains("\"contractId\":\"" + id + "\""))
        .map(TopicReader.Event::type)
        .distinct()
        .sorted()
        .toList();
  }

  UUID party() {
    return UUID.fromString(read().getString("parties[0].id"));
  }
}
