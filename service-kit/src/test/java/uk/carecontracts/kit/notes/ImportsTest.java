package uk.carecontracts.kit.notes;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class ImportsTest extends KitTest {
  private static Response submit(String query, String file) {
    return officer().contentType("text/plain").body(file).post("/v1/note-imports?" + query);
  }

  private static JsonPath finished(Response submitted) {
    assertEquals(202, submitted.statusCode(), submitted::asString);
    String location = submitted.header("Location");
    await()
        .until(
            () ->
                Set.of("COMPLETED", "FAILED")
                    .contains(officer().get(location).<String>path("status")));
    return officer().get(location).jsonPath();
  }

  private static void assertRows(JsonPath job, int read, int created, int unchanged, int rejected) {
    assertEquals(read, job.getInt("rows.read"));
    assertEquals(created, job.getInt("rows.created"));
    assertEquals(unchanged, job.getInt("rows.unchanged"));
    assertEquals(rejected, job.getInt("rows.rejected"));
  }

  private static String file(String mark, int rows) {
    StringBuilder file = new StringBuilder("TITLES\n");
    for (int i = 0; i < rows; i++) {
      file.append(mark).append(" row ").append(i).append('\n');
    }
    return file.toString();
  }

  @Test
  void everyRowIsAccountedForAndASecondImportChangesNothing() {
    String file = file(unique("a"), 23) + "\nboom\n";
    JsonPath first = finished(submit("format=LINES", file));
    assertEquals("COMPLETED", first.getString("status"));
    assertRows(first, 25, 23, 0, 2);
    assertRows(finished(submit("format=LINES", file)), 25, 0, 23, 2);
    String errors = "/v1/note-imports/" + first.getString("id") + "/errors";
    officer()
        .get(errors)
        .then()
        .body("items", hasSize(2))
        .body("items.row", hasItem(25))
        .body("items.message", hasItem(containsString("A title is needed")));
    String next = officer().get(errors + "?limit=1").path("next");
    officer().get(errors + "?limit=1&cursor=" + next).then().body("items[0].row", equalTo(26));
  }

  @Test
  void aDryRunCountsAndKeepsNothing() {
    String file = file(unique("dry"), 15);
    assertRows(finished(submit("format=LINES&dryRun=true", file)), 15, 15, 0, 0);
    assertRows(finished(submit("format=LINES&dryRun=true", file)), 15, 15, 0, 0);
    assertRows(finished(submit("format=LINES", file)), 15, 15, 0, 0);
  }

  @Test
  void aFileOfAnotherLayoutFailsAsAWhole() {
    JsonPath job = finished(submit("format=LINES", "something else"));
    assertEquals("FAILED", job.getString("status"));
    assertEquals("The first line must be TITLES.", job.getString("failure"));
  }

  @Test
  void whatCannotBeQueuedIsRefusedAtOnce() {
    submit("format=NOPE", "x").then().spec(problem(400, "INVALID_REQUEST", "LINES"));
    submit("dryRun=true", "x").then().spec(problem(400, "INVALID_REQUEST", "LINES"));
    submit("format=LINES", "").then().spec(problem(400, "INVALID_REQUEST", "empty"));
    submit("format=LINES&authority=" + BURY, "x").then().spec(problem(403, "WRONG_AUTHORITY"));
  }

  @Test
  void anotherAuthorityDoesNotSeeTheJob() {
    String id = finished(submit("format=LINES", file(unique("mine"), 1))).getString("id");
    as(Tokens.contracts(BURY)).get("/v1/note-imports/" + id).then().spec(problem(404, "NOT_FOUND"));
  }

  @Test
  void theSameKeyGivesTheSameJob() {
    String key = UUID.randomUUID().toString();
    String file = file(unique("keyed"), 3);
    String first =
        officer()
            .header("Idempotency-Key", key)
            .contentType("text/plain")
            .body(file)
            .post("/v1/note-imports?format=LINES")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    officer()
        .header("Idempotency-Key", key)
        .contentType("text/plain")
        .body(file)
        .post("/v1/note-imports?format=LINES")
        .then()
        .statusCode(202)
        .body("id", equalTo(first));
    officer()
        .header("Idempotency-Key", key)
        .contentType("text/plain")
        .body(file + "more\n")
        .post("/v1/note-imports?format=LINES")
        .then()
        .spec(problem(422, "IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void aRunThatLostItsLeaseIsTakenUpWhereItStood() throws SQLException {
    String mark = unique("resumed");
    String file = file(mark, 12).replace(mark + " row 11\n", "slow\n");
    // The first run is robbed of its claim while it works, as if its process had died.
    Response submitted = submit("format=LINES", file);
    String id = submitted.path("id");
    await().until(() -> officer().get("/v1/note-imports/" + id).<Integer>path("rows.read") >= 10);
    try (Connection connection = Infrastructure.jdbc("contracts");
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "update import_job set claimed_by = 'dead', lease_until = now() where id = '" + id + "'");
    }
    JsonPath job = finished(submitted);
    assertEquals("COMPLETED", job.getString("status"));
    assertEquals(12, job.getInt("rows.read"));
    assertEquals(12, job.getInt("rows.created") + job.getInt("rows.unchanged"));
  }

  @Test
  void aFileOfSeveralChunksIsPutTogetherAgain() {
    String mark = unique("large");
    StringBuilder file = new StringBuilder("TITLES\n");
    for (int i = 0; i < 60; i++) {
      file.append(mark).append(i).append("z".repeat(50_000)).append('\n');
    }
    JsonPath job = finished(submit("format=LINES&dryRun=true", file.toString()));
    assertEquals(60, job.getInt("rows.rejected") + job.getInt("rows.created"));
    assertEquals(file.length(), job.getLong("bytes"));
  }
}
