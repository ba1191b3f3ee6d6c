package uk.carecontracts.providers;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class NegotiationTest extends ServiceTest {
  private static final String JSON = "application/json;charset=UTF-8";
  private static final String CSV = "text/csv;charset=UTF-8";

  @ParameterizedTest
  @CsvSource({
    "/v1/providers, */*, " + JSON,
    "/v1/providers, text/csv, " + CSV,
    "/v1/providers, application/json, " + JSON,
    "/v1/locations, */*, " + JSON,
    "/v1/locations, text/csv, " + CSV,
    "/v1/accreditations, */*, " + JSON,
    "/v1/accreditations, text/csv, " + CSV,
    "/v1/suspensions, */*, " + JSON,
    "/v1/suspensions, text/csv, " + CSV,
    "/v1/authorities, */*, " + JSON,
    "/v1/authorities, text/csv, " + CSV,
    "/v1/locations, 'text/html,*/*;q=0.8', " + JSON
  })
  void lists_are_json_unless_a_spreadsheet_is_asked_for(
      String path, String accept, String expected) {
    String type =
        given()
            .auth()
            .oauth2(Tokens.providers(TRAFFORD))
            .accept(accept)
            .get(path)
            .then()
            .statusCode(200)
            .extract()
            .contentType();
    assertEquals(expected, type.replace("; ", ";"));
  }
}
