package uk.carecontracts.kit.notes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.CloudEventRecord;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class EventsTest extends KitTest {
  @Test
  void aCommittedChangeIsPublishedWithItsEnvelopeAndApplied() throws SQLException {
    Instant start = Instant.now();
    Note note = written(unique("travelling"));
    await().until(() -> applications(note.id()) == 1);
    System.out.println(
        "from request to applied: " + Duration.between(start, Instant.now()).toMillis() + " ms");
    List<CloudEventRecord> events = TestTopics.readAll("notes.v1", note.id().toString());
    assertEquals(1, events.size());
    CloudEventRecord event = events.get(0);
    assertEquals("note.written.v1", event.attributes().get("type"));
    assertEquals("/notes", event.attributes().get("source"));
    assertEquals(TRAFFORD, event.attributes().get("authority"));
    assertEquals("1", event.attributes().get("aggregateversion"));
    assertTrue(event.attributes().containsKey("traceparent"));
  }

  @Test
  void theMachineryShowsItsFigures() {
    written(unique("measured"));
    for (String figure :
        List.of(
            "outbox_oldest_seconds",
            "outbox_parked",
            "inbox_lag{consumer=\"note-mirror\"",
            "inbox_dead_letters",
            "imports_queued",
            "webhooks_pending",
            "webhooks_dead")) {
      given().get("/q/metrics").then().statusCode(200).body(containsString(figure));
    }
  }

  @Test
  void redeliveryAndReorderingChangeNothing() throws SQLException {
    UUID id = UUID.randomUUID();
    send(id, 3, "third");
    await().until(() -> "third".equals(title(id)));
    send(id, 2, "second");
    send(id, 3, "third");
    send(id, 4, "fourth");
    await().until(() -> "fourth".equals(title(id)));
    assertEquals(2, applications(id));
  }

  @Test
  void whatIsOfNoConcernIsPassedOverAndNotEvenNoted() throws SQLException {
    UUID id = UUID.randomUUID();
    send(id, "note.glanced-at.v1", 1, "glanced at");
    send(id, 1, "retitled");
    await().until(() -> "retitled".equals(title(id)));
    assertEquals(1, applications(id));
  }

  @Test
  void poisonIsBuriedWithItsReasonAndCanBeReplayed() throws SQLException {
    NoteMirror.choking = true;
    UUID id = UUID.randomUUID();
    send(id, 1, "poison " + id);
    UUID after = UUID.randomUUID();
    send(after, 1, "after the poison");
    await().until(() -> applications(after) == 1);
    String operations = "/v1/operations/notes";
    JsonPath letters =
        as(Tokens.admin(TRAFFORD))
            .get(operations + "/dead-letters")
            .then()
            .statusCode(200)
            .body("reason", hasItem(containsString("poison")))
            .extract()
            .jsonPath();
    as(Tokens.admin(TRAFFORD))
        .get(operations + "/events")
        .then()
        .body("deadLetters", greaterThanOrEqualTo(1));
    NoteMirror.choking = false;
    String letter = letters.getString("[0].id");
    as(Tokens.admin(TRAFFORD))
        .post(operations + "/dead-letters/" + letter + "/replay")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("APPLIED"));
    assertEquals(1, applications(id));
    officer().get(operations + "/dead-letters").then().spec(problem(403, "FORBIDDEN"));
    as(Tokens.admin(TRAFFORD))
        .get("/v1/operations/other/events")
        .then()
        .spec(problem(404, "NOT_FOUND"));
  }

  @Test
  void aViewIsRebuiltFromTheTopicAlone() throws SQLException {
    Note note = written(unique("rebuilt"));
    await().until(() -> applications(note.id()) == 1);
    try (Connection connection = Infrastructure.jdbc("contracts");
        var statement = connection.createStatement()) {
      statement.executeUpdate("delete from note_view");
    }
    as(Tokens.admin(TRAFFORD))
        .post("/v1/operations/notes/consumers/note-mirror/rebuild")
        .then()
        .statusCode(202);
    await().until(() -> applications(note.id()) == 1);
  }

  @Test
  void theFeedWaitsForNews() {
    String token = Tokens.contracts("E09000007");
    String after = as(token).get("/v1/notes/changes").path("next");
    CompletableFuture<Integer> waiting =
        CompletableFuture.supplyAsync(
            () ->
                as(token)
                    .get("/v1/notes/changes?wait=20&after=" + after)
                    .jsonPath()
                    .getList("changes")
                    .size());
    as(token)
        .body("{\"title\":\"" + unique("news") + "\"}")
        .post("/v1/notes")
        .then()
        .statusCode(201);
    assertEquals(1, waiting.orTimeout(60, java.util.concurrent.TimeUnit.SECONDS).join());
    as(token).get("/v1/notes/changes?after=x").then().spec(problem(400, "INVALID_REQUEST"));
  }

  private static void send(UUID id, long version, String title) {
    send(id, "note.retitled.v1", version, title);
  }

  private static void send(UUID id, String type, long version, String title) {
    TestTopics.send(
        "notes.v1",
        id.toString(),
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "source",
            "/elsewhere",
            "type",
            type,
            "subject",
            id.toString(),
            "time",
            Instant.now().toString(),
            "aggregatetype",
            "note",
            "aggregateversion",
            Long.toString(version),
            "authority",
            TRAFFORD),
        Map.of("state", Map.of("title", title), "change", Map.of()));
  }

  private static int applications(UUID id) throws SQLException {
    String text = view("applications", id);
    return text == null ? 0 : Integer.parseInt(text);
  }

  private static String title(UUID id) throws SQLException {
    return view("title", id);
  }

  private static String view(String column, UUID id) throws SQLException {
    try (Connection connection = Infrastructure.jdbc("contracts");
        var statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select " + column + " from note_view where id = '" + id + "'")) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
