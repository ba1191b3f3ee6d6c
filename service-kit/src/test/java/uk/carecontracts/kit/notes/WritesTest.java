package uk.carecontracts.kit.notes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class WritesTest extends KitTest {
  @Test
  void aReadGivesATagThatWritesMustShow() {
    Note note = written(unique("tagged"));
    String path = "/v1/notes/" + note.id();
    officer().get(path).then().statusCode(200).header("ETag", "\"1\"");
    officer().header("If-None-Match", "\"1\"").get(path).then().statusCode(304);
    String body = "{\"title\":\"" + unique("changed") + "\"}";
    officer().body(body).put(path).then().spec(problem(428, "PRECONDITION_REQUIRED"));
    officer()
        .header("If-Match", "\"1\"")
        .body(body)
        .put(path)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");
    officer()
        .header("If-Match", "\"1\"")
        .body(body)
        .put(path)
        .then()
        .spec(problem(412, "STALE_VERSION"))
        .header("ETag", "\"2\"");
  }

  @Test
  void ofTwoWritersWhoReadTheSameVersionOneIsRefused() {
    Note note = written(unique("contested"));
    List<CompletableFuture<Integer>> writers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String body = "{\"title\":\"" + unique("writer") + "\"}";
      writers.add(
          CompletableFuture.supplyAsync(
              () ->
                  officer()
                      .header("If-Match", "\"1\"")
                      .body(body)
                      .put("/v1/notes/" + note.id())
                      .statusCode()));
    }
    List<Integer> answers = writers.stream().map(CompletableFuture::join).toList();
    assertEquals(1, answers.stream().filter(s -> s == 200).count(), () -> "" + answers);
    assertEquals(5, answers.stream().filter(s -> s == 412).count(), () -> "" + answers);
  }

  @Test
  void theSameKeyReplaysTheFirstAnswer() {
    String key = UUID.randomUUID().toString();
    String body = "{\"title\":\"" + unique("once") + "\"}";
    Response first = officer().header("Idempotency-Key", key).body(body).post("/v1/notes");
    Response again = officer().header("Idempotency-Key", key).body(body).post("/v1/notes");
    assertEquals(201, first.statusCode());
    assertEquals(201, again.statusCode());
    assertEquals(first.asString(), again.asString());
    assertEquals(first.header("Location"), again.header("Location"));
    assertEquals(first.header("ETag"), again.header("ETag"));
    officer()
        .header("Idempotency-Key", key)
        .body("{\"title\":\"other\"}")
        .post("/v1/notes")
        .then()
        .spec(problem(422, "IDEMPOTENCY_KEY_REUSED"));
    as(Tokens.contracts(BURY))
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/notes")
        .then()
        .statusCode(201)
        .body("id", not(equalTo(first.path("id"))));
  }

  @Test
  void aKeyWhoseFirstRequestStillRunsIsToldToWait() {
    String key = UUID.randomUUID().toString();
    String body = "{\"title\":\"" + unique("slow") + "\"}";
    List<CompletableFuture<Integer>> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(
          CompletableFuture.supplyAsync(
              () ->
                  officer()
                      .header("Idempotency-Key", key)
                      .body(body)
                      .post("/v1/notes")
                      .statusCode()));
    }
    List<Integer> answers = both.stream().map(CompletableFuture::join).sorted().toList();
    assertEquals(List.of(201, 409), answers);
  }

  @Test
  void aFailedRequestLeavesItsKeyFree() {
    String key = UUID.randomUUID().toString();
    officer()
        .header("Idempotency-Key", key)
        .body("{\"title\":\"forbidden word\"}")
        .post("/v1/notes")
        .then()
        .statusCode(422);
    officer()
        .header("Idempotency-Key", key)
        .body("{\"title\":\"" + unique("fine") + "\"}")
        .post("/v1/notes")
        .then()
        .statusCode(201);
  }

  @Test
  void aTakenValueIsAConflict() {
    String title = unique("taken");
    written(title);
    officer()
        .body("{\"title\":\"" + title + "\"}")
        .post("/v1/notes")
        .then()
        .spec(problem(409, "CONFLICT", "note_title_key"));
  }

  @Test
  void anAuthoritySeesItsOwnAndThePublicSeesWhatIsPublic() {
    Note open = written(unique("open"));
    Note secret = written(unique("secret"));
    as(Tokens.contracts(BURY)).get("/v1/notes/" + open.id()).then().spec(problem(404, "NOT_FOUND"));
    given()
        .get("/v1/register/notes")
        .then()
        .body("id", hasItem(open.id().toString()))
        .body("id", not(hasItem(secret.id().toString())));
    as(Tokens.contracts(BURY))
        .get("/v1/register/notes")
        .then()
        .body("id", hasItem(open.id().toString()));
  }

  @Test
  void theDatabaseItselfRefusesAnotherAuthoritysRow() throws SQLException {
    Note note = written(unique("walled"));
    try (Connection connection = Infrastructure.jdbc("contracts");
        var statement = connection.createStatement()) {
      statement.execute("set role contracts_app");
      statement.execute("select set_config('app.authority', '" + BURY + "', false)");
      var mine = statement.executeQuery("select 1 from note where id = '" + note.id() + "'");
      assertTrue(!mine.next(), "another authority's row is invisible");
      assertEquals(0, statement.executeUpdate("delete from note where id = '" + note.id() + "'"));
    }
  }

  @Test
  void pagesFollowEachOther() {
    String authority = "E09000001";
    for (int i = 0; i < 5; i++) {
      as(Tokens.contracts(authority))
          .body("{\"title\":\"" + unique("p") + "\"}")
          .post("/v1/notes")
          .then()
          .statusCode(201);
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      Response page = as(Tokens.contracts(authority)).get("/v1/notes?limit=2&cursor=" + cursor);
      seen.addAll(page.jsonPath().getList("items.id"));
      cursor = page.path("next");
      assertEquals(cursor != null, page.header("Link") != null);
    } while (cursor != null);
    assertEquals(5, seen.stream().distinct().count());
    as(Tokens.contracts(authority)).get("/v1/notes?limit=500").then().body("items", hasSize(5));
  }
}
