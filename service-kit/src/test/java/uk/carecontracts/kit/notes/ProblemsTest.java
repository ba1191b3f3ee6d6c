package uk.carecontracts.kit.notes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static uk.carecontracts.testkit.Problems.problem;
import static uk.carecontracts.testkit.Problems.violation;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class ProblemsTest extends KitTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\":                        | MALFORMED_REQUEST | line 1",
        "{\"title\":\"a\",\"title\":\"b\"}  | MALFORMED_REQUEST | not valid JSON",
        "{\"title\":\"a\"} trailing         | MALFORMED_REQUEST | not valid JSON",
        "{\"title\":\"a\",\"titel\":\"b\"}  | INVALID_REQUEST   | Unknown property 'titel'",
        "{\"title\":7}                      | INVALID_REQUEST   | a text",
        "{\"title\":\"a\",\"weight\":\"x\"} | INVALID_REQUEST   | a number such as",
        "{\"title\":\"a\",\"due\":\"soon\"} | INVALID_REQUEST   | a date such as",
        "{\"title\":\"a\",\"colour\":\"G\"} | INVALID_REQUEST   | one of RED, BLUE",
        "{\"title\":\" \"}                  | INVALID_REQUEST   | blank",
        "{\"title\":\"a\",\"tags\":[{}]}    | INVALID_REQUEST   | null",
        "[]                                 | INVALID_REQUEST   | an object",
        "{\"title\":\"forbidden word\"}     | WORD_FORBIDDEN    | another word",
      })
  void aBodyThatCannotBeTakenSaysWhatIsWrong(String body, String code, String detail) {
    int status = code.equals("WORD_FORBIDDEN") ? 422 : 400;
    officer().body(body).post("/v1/notes").then().spec(problem(status, code, detail));
  }

  @Test
  void theViolationPointsAtThePlace() {
    String body = "{\"title\":\"a\",\"tags\":[{\"name\":\"x\"},{\"name\":\"y\",\"size\":1}]}";
    officer()
        .body(body)
        .post("/v1/notes")
        .then()
        .spec(violation(400, "INVALID_REQUEST", "/tags/1/size"));
    officer()
        .body("{\"title\":\"a\",\"tags\":[{\"name\":\"x\"},{}]}")
        .post("/v1/notes")
        .then()
        .spec(violation(400, "INVALID_REQUEST", "/tags/1/name"));
    officer().body("").post("/v1/notes").then().spec(problem(400, "INVALID_REQUEST"));
  }

  @Test
  void parametersOfTheWrongFormAreNamed() {
    officer().get("/v1/notes/not-a-uuid").then().spec(violation(400, "INVALID_REQUEST", "id"));
    officer()
        .get("/v1/notes?colour=GREEN")
        .then()
        .spec(problem(400, "INVALID_REQUEST", "BLUE, RED"));
    officer().get("/v1/notes?limit=0").then().spec(violation(400, "INVALID_REQUEST", "limit"));
    officer().get("/v1/notes?limit=ten").then().spec(violation(400, "INVALID_REQUEST", "limit"));
    officer()
        .get("/v1/notes?color=RED")
        .then()
        .spec(problem(400, "INVALID_REQUEST", "Known here: colour, cursor, limit"));
    officer().get("/v1/notes?cursor=zzz").then().spec(violation(400, "INVALID_REQUEST", "cursor"));
  }

  @Test
  void routingErrorsAreProblemsToo() {
    given().get("/v1/nothing").then().spec(problem(404, "NOT_FOUND"));
    officer().delete("/v1/notes").then().spec(problem(405, "METHOD_NOT_ALLOWED"));
    given()
        .auth()
        .oauth2(Tokens.contracts(TRAFFORD))
        .contentType("application/xml")
        .body("<note/>")
        .post("/v1/notes")
        .then()
        .spec(problem(415, "UNSUPPORTED_MEDIA_TYPE"));
    officer()
        .accept("image/png")
        .get("/v1/notes/" + UUID.randomUUID())
        .then()
        .spec(problem(406, "NOT_ACCEPTABLE"));
    officer()
        .get("/v1/notes/" + UUID.randomUUID())
        .then()
        .spec(problem(404, "NOT_FOUND", "There is no note"));
  }

  @Test
  void aLargeBodyIsRefusedWithOrWithoutItsLength() {
    String large = "{\"title\":\"" + "x".repeat(3 << 20) + "\"}";
    officer().body(large).post("/v1/notes").then().spec(problem(413, "PAYLOAD_TOO_LARGE"));
  }

  @Test
  void onlyGoodTokensPass() {
    String body = "{\"title\":\"a\"}";
    given()
        .contentType("application/json")
        .body(body)
        .post("/v1/notes")
        .then()
        .spec(problem(401, "UNAUTHENTICATED"))
        .header("WWW-Authenticate", containsString("Bearer"));
    for (String token :
        new String[] {
          "nonsense",
          Tokens.expired(TRAFFORD),
          Tokens.wrongIssuer(TRAFFORD),
          Tokens.unsigned(TRAFFORD)
        }) {
      as(token).body(body).post("/v1/notes").then().spec(problem(401, "UNAUTHENTICATED"));
    }
    as(Tokens.monitoring(TRAFFORD))
        .body(body)
        .post("/v1/notes")
        .then()
        .spec(problem(403, "FORBIDDEN"));
    as(Tokens.custom("contracts:write", null))
        .body(body)
        .post("/v1/notes")
        .then()
        .spec(problem(403, "NO_AUTHORITY"));
    officer().get("/v1/notes/unannotated").then().spec(problem(403, "FORBIDDEN"));
  }

  @Test
  void anUnexpectedFailureKeepsItsSecretAndGivesATrace() {
    given()
        .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
        .get("/v1/notes/broken")
        .then()
        .spec(problem(500, "INTERNAL_ERROR"))
        .body("traceId", equalTo("0af7651916cd43dd8448eb211c80319c"))
        .body("detail", not(containsString("secret")));
  }
}
