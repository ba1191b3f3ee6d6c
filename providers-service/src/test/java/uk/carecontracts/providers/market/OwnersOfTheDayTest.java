package uk.carecontracts.providers.market;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;
import static uk.carecontracts.testkit.Problems.violation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.CloudEventRecord;
import uk.carecontracts.testkit.TestTopics;

@QuarkusTest
class OwnersOfTheDayTest extends MarketTest {

  @Test
  void concentrationFollowsTheOwnersOfTheDay() {
    String area = area();
    Random random = new Random(2000);
    List<UUID> firms = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      firms.add(registered(Map.of("legalName", unique("Ltd"))));
    }
    // From 2020 on 0 owns 1 and 1 owns 2; from 2022 on 3 owns 0 as well.
    owner(firms.get(1), firms.get(0), "2020-01-01").then().statusCode(201);
    owner(firms.get(2), firms.get(1), "2020-01-01").then().statusCode(201);
    owner(firms.get(0), firms.get(3), "2022-01-01").then().statusCode(201);
    int[] beds = new int[6];
    for (int i = 0; i < 6; i++) {
      for (int home = 0; home < 1 + random.nextInt(3); home++) {
        int size = 5 + random.nextInt(60);
        beds[i] += size;
        home(area, firms.get(i), size, "53.4", "-2.3");
      }
    }
    // The same figure, worked out here from what was sent.
    Map<String, int[][]> groups =
        new TreeMap<>(
            Map.of(
                "2019-06-01", new int[][] {{0}, {1}, {2}, {3}, {4}, {5}},
                "2021-06-01", new int[][] {{0, 1, 2}, {3}, {4}, {5}},
                "2023-06-01", new int[][] {{0, 1, 2, 3}, {4}, {5}}));
    double total = 0;
    for (int size : beds) {
      total += size;
    }
    for (Map.Entry<String, int[][]> day : groups.entrySet()) {
      double index = 0;
      for (int[] group : day.getValue()) {
        double sum = 0;
        for (int member : group) {
          sum += beds[member];
        }
        index += Math.pow(100 * sum / total, 2);
      }
      JsonPath answer =
          reader()
              .get("/v1/market/concentration?by=BEDS&area=" + area + "&asOf=" + day.getKey())
              .jsonPath();
      assertEquals(Math.round(index), answer.getLong("result.hhi"), answer::prettify);
      assertEquals(day.getValue().length, answer.getList("result.owners").size());
      assertEquals(
          index > 2000 ? "HIGHLY_CONCENTRATED" : index > 1000 ? "CONCENTRATED" : "UNCONCENTRATED",
          answer.getString("result.band"));
      reader()
          .get("/v1/market/concentration/markets?by=BEDS&area=" + area + "&asOf=" + day.getKey())
          .then()
          .body("items", hasSize(1))
          .body("items[0].hhi", equalTo((int) Math.round(index)))
          .body("items[0].category", equalTo("NURSING_HOME"));
    }
    reader()
        .accept("text/csv")
        .get("/v1/market/concentration/markets?by=HOMES&area=" + area)
        .then()
        .statusCode(200)
        .body(containsString(area + ",NURSING_HOME,"));
    reader()
        .get("/v1/providers/" + firms.get(2) + "/group?asOf=2023-01-01")
        .then()
        .body("chain.providerId", equalTo(ids(firms.get(1), firms.get(0), firms.get(3))))
        .body("ultimateOwner.providerId", equalTo(firms.get(3).toString()))
        .body("members", hasSize(4));
  }

  @Test
  void aCycleOfOwnersIsRefusedAlsoWhenTwoTryAtOnce() throws Exception {
    UUID a = registered(Map.of("legalName", unique("Ltd")));
    UUID b = registered(Map.of("legalName", unique("Ltd")));
    UUID c = registered(Map.of("legalName", unique("Ltd")));
    Response first = owner(a, b, "2020-01-01");
    first.then().statusCode(201).header("ETag", "\"1\"");
    owner(b, a, "2021-01-01").then().spec(violation(422, "OWNERSHIP_CYCLE", "/parentId"));
    owner(a, c, "2021-01-01").then().spec(violation(422, "OWNER_OVERLAPS", "/validFrom"));
    owner(a, UUID.randomUUID(), "2021-01-01")
        .then()
        .spec(violation(422, "UNKNOWN_PROVIDER", "/parentId"));
    String path = "/v1/providers/" + a + "/ownerships";
    officer()
        .body(Map.of("kind", "BRAND", "validFrom", "2020-01-01", "evidence", "Directory"))
        .post(path)
        .then()
        .spec(violation(422, "OWNER_OR_BRAND", "/brand"));
    officer()
        .body(
            Map.of("kind", "BRAND", "brand", "Sunny", "validFrom", "2020-01-01", "evidence", "CQC"))
        .post(path)
        .then()
        .statusCode(201);
    reader().get("/v1/providers/" + a + "/group").then().body("brand", equalTo("Sunny"));
    String step = path + "/" + first.path("id");
    Map<String, String> end = Map.of("endedOn", "2022-01-01", "reason", "Sold");
    officer().body(end).post(step + "/end").then().spec(problem(428, "PRECONDITION_REQUIRED"));
    officer()
        .header("If-Match", "\"1\"")
        .body(end)
        .post(step + "/end")
        .then()
        .statusCode(200)
        .body("validTo", equalTo("2022-01-01"));
    officer()
        .header("If-Match", "\"2\"")
        .body(end)
        .post(step + "/end")
        .then()
        .spec(problem(422, "OWNERSHIP_ENDED"));
    reader().get(path).then().body("items", hasSize(2)).body("next", nullValue());
    reader().body(end).post(step + "/end").then().spec(problem(403, "FORBIDDEN"));
    await()
        .until(
            () ->
                TestTopics.readAll("providers.v1", first.path("id")).stream()
                    .map(CloudEventRecord::type)
                    .toList()
                    .equals(List.of("ownership.recorded.v1", "ownership.ended.v1")));
    ExecutorService both = Executors.newFixedThreadPool(2);
    List<Callable<Integer>> calls =
        List.of(
            () -> owner(b, c, "2023-01-01").statusCode(),
            () -> owner(c, b, "2023-01-01").statusCode());
    List<Integer> answers = new ArrayList<>();
    for (Future<Integer> answer : both.invokeAll(calls)) {
      answers.add(answer.get());
    }
    both.shutdown();
    assertEquals(List.of(201, 422), answers.stream().sorted().toList());
  }
}
