package uk.carecontracts.contracts.placements;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.carecontracts.testkit.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;

@QuarkusTest
@ContractsInfrastructure
class PlacementImportTest extends PlacementCalls {
  private JsonPath imported(String file) {
    Response accepted =
        Api.keeper()
            .contentType("text/csv")
            .body(file.getBytes(StandardCharsets.UTF_8))
            .post("/v1/placement-imports?format=PLACEMENTS_CSV");
    accepted.then().statusCode(202);
    String path = "/v1/placement-imports/" + Api.id(accepted);
    await()
        .until(
            () ->
                List.of("COMPLETED", "FAILED")
                    .contains(Api.keeper().get(path).jsonPath().getString("status")));
    return Api.keeper().get(path).jsonPath();
  }

  @Test
  void a_file_of_placements_is_taken_row_by_row_and_twice_without_harm() throws Exception {
    String header =
        "reference,contractReference,provider,kind,careType,serviceType,clientGroup,area,"
            + "personReference,weeklyPrice,startDate,endDate\n";
    String row = "%s,,Alder Ltd,SPOT,NURSING_HOME,NURSING_CARE,OLDER_PEOPLE,%s,%s,%s,%s,%s\n";
    String one = UUID.randomUUID().toString();
    String good = row.formatted(one, area, "P-1", "811.10", today.minusDays(30), "");
    String file =
        header
            + good
            + row.formatted(UUID.randomUUID(), area, "Mary Smith", "811.10", today, "")
            + row.formatted(UUID.randomUUID(), area, "P-2", "much", today, "");
    JsonPath first = imported("\uFEFF" + file);
    assertEquals(
        List.of(1, 2), List.of(first.getInt("rows.created"), first.getInt("rows.rejected")));
    assertEquals(1, imported(file).getInt("rows.unchanged"));
    Api.keeper()
        .get("/v1/placement-imports/" + first.getString("id") + "/errors")
        .then()
        .body("items[0].pointer", equalTo("/personReference"))
        .body("items[1].pointer", equalTo("/weeklyPrice"));
    String ended = row.formatted(one, area, "P-1", "811.10", today.minusDays(30), today);
    assertEquals(1, imported(header + ended).getInt("rows.updated"));
    Api.keeper()
        .get("/v1/placements?reference=" + one)
        .then()
        .body("items[0].status", equalTo("ENDED"));
    assertEquals("FAILED", imported("a,b\n1,2\n").getString("status"));
  }

  @Test
  void a_broken_line_or_quote_loses_no_other_line_unseen() {
    String header =
        "reference,provider,kind,careType,serviceType,clientGroup,area,personReference,weeklyPrice,"
            + "startDate\n";
    String row = "%s,%s,SPOT,HOMECARE,HOME_CARE,OLDER_PEOPLE,%s,P-1,%s,%s\n";
    JsonPath split =
        imported(
            header
                + row.formatted(UUID.randomUUID(), "Alder Ltd", area, "1,311.10", today)
                + ",,,,,,,,,\n"
                + row.formatted(UUID.randomUUID(), "Alder Ltd", area, "1e999999999", today)
                + row.formatted(UUID.randomUUID(), "Alder Ltd", area, "311.10", today));
    assertEquals(
        List.of(3, 1, 2),
        List.of(
            split.getInt("rows.read"), split.getInt("rows.created"), split.getInt("rows.rejected")),
        split::prettify);
    JsonPath open = imported(header + row.formatted("1", "\"Alder Ltd", area, "311.10", today));
    assertEquals("FAILED", open.getString("status"));
    assertEquals(
        "A quotation mark opens a cell in line 2 and is not closed: every line behind it would be"
            + " lost in that cell.",
        open.getString("failure"));
  }

  @Test
  void a_line_that_says_something_else_of_a_known_placement_is_not_passed_over() {
    String header =
        "reference,provider,kind,careType,serviceType,clientGroup,area,personReference,weeklyPrice,"
            + "startDate,hoursPerWeek\n";
    String row = "%s,%s,SPOT,HOMECARE,HOME_CARE,OLDER_PEOPLE,%s,P-1,311.10,%s,%s\n";
    String one = UUID.randomUUID().toString();
    LocalDate start = today.minusDays(30);
    imported(header + row.formatted(one, "Alder Ltd", area, start, "10"));
    JsonPath again =
        imported(
            header
                + row.formatted(one, "ALDER LTD", area, start, "10.00")
                + row.formatted(one, "Alder Ltd", area, start, "20")
                + row.formatted(one, "Birch CIC", area, start, "10")
                + row.formatted(UUID.randomUUID(), "Alder Ltd", area, start, "-5"));
    assertEquals(
        List.of(1, 3), List.of(again.getInt("rows.unchanged"), again.getInt("rows.rejected")));
    Api.keeper()
        .get("/v1/placement-imports/" + again.getString("id") + "/errors")
        .then()
        .body("items.pointer", equalTo(List.of("/hoursPerWeek", "/provider", "/hoursPerWeek")));
  }
}
