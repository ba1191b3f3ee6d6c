package uk.carecontracts.monitoring.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.testkit.Problems;

/** However figures are brought together, pages hold what the whole does. */
@QuarkusTest
@OnStage
class VisitFiguresTest {
  private static final String AUTHORITY = "E10000021";
  private static final String LIST = "/v1/visits/figures?";

  private static JsonPath read(String query) {
    return Api.officer(AUTHORITY).get(LIST + query).then().statusCode(200).extract().jsonPath();
  }

  private static List<Map<String, Object>> pages(String query) {
    List<Map<String, Object>> all = new ArrayList<>();
    @Nullable String next = null;
    do {
      JsonPath page = read(query + "&limit=2" + (next == null ? "" : "&cursor=" + next));
      all.addAll(page.getList("items"));
      next = page.getString("next");
    } while (next != null);
    return all;
  }

  @Test
  void pages_of_every_grouping_hold_each_line_of_the_whole_once_and_in_order() {
    StringBuilder file = new StringBuilder(VisitsHttp.HEADER.replace("person,", "person,area,"));
    for (int c = 0; c < 3; c++) {
      ContractEvent contract = ContractEvent.active().authority(AUTHORITY);
      Api.planOf(c == 0 ? contract.unmatched().send() : contract.send());
      for (int visit = 0; visit < 8; visit++) {
        file.append(
            VisitsHttp.line(
                contract,
                "f" + visit,
                "P1,%s,,2026-0%d-05T08:00:00Z,30,,,MISSED,,"
                    .formatted(visit % 2 == 0 ? "East" : "West", 3 + visit / 3)));
      }
    }
    VisitsHttp.imported(Api.officer(AUTHORITY), "VISITS_CSV", file.toString(), "", AUTHORITY);

    for (String groups :
        List.of(
            "groupBy=PROVIDER",
            "groupBy=AREA",
            "groupBy=MONTH",
            "groupBy=PROVIDER&groupBy=MONTH",
            "groupBy=AREA&groupBy=MONTH",
            "groupBy=CONTRACT&groupBy=AREA",
            "groupBy=CONTRACT&groupBy=PROVIDER&groupBy=AREA&groupBy=MONTH")) {
      List<Map<String, Object>> whole = read(groups + "&limit=500").getList("items");
      assertEquals(whole, pages(groups), groups);
      assertEquals(
          24,
          whole.stream()
              .mapToInt(line -> (int) ((Map<?, ?>) line.get("counts")).get("planned"))
              .sum(),
          groups);
    }
    List<String> providers = read("groupBy=PROVIDER").getList("items.providerId");
    assertEquals(3, providers.size());
    assertTrue(providers.get(0) == null && providers.get(1).compareTo(providers.get(2)) < 0);
    String cursor = read("groupBy=MONTH&limit=1").getString("next");
    Api.officer(AUTHORITY)
        .get(LIST + "groupBy=AREA&cursor=" + cursor)
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST"));
  }
}
