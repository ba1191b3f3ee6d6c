package uk.carecontracts.contracts.register;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Patience;
import uk.carecontracts.testkit.Problems;

@QuarkusTest
@ContractsInfrastructure
class ContractListTest {
  private static String word() {
    return "w" + UUID.randomUUID().toString().replace("-", "");
  }

  private static Response named(String word) {
    return Api.draft(Api.complete(Api.reference()).replace("Support at home", word));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "provider=fernleigh l",
        "category=321014",
        "category=8531",
        "clientGroup=OLDER_PEOPLE",
        "type=BLOCK&type=SPOT",
        "status=ACTIVE",
        "serviceType=HOME_CARE",
        "area=north",
        "valueFrom=300000&valueTo=300000.00",
        "startFrom=2026-04-01&startTo=2026-04-01",
        "endFrom=2030-03-31&endTo=2030-03-31",
        "expiringBefore=2030-04-01",
        "flagged=false",
        "authority=" + Api.AUTHORITY
      })
  void every_filter_finds_what_it_names(String filter) {
    Response active = Api.active("Fernleigh Ltd");
    String reference = active.jsonPath().getString("reference");
    Api.keeper()
        .get("/v1/contracts?q=" + reference + "&" + filter)
        .then()
        .statusCode(200)
        .body("items", hasSize(1), "items[0].suppliers[0].name", equalTo("Fernleigh Ltd"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "provider=100%",
        "category=321015",
        "clientGroup=CARERS",
        "type=SPOT",
        "status=DRAFT",
        "serviceType=DAY_CARE",
        "area=south",
        "valueFrom=300000.01",
        "startFrom=2026-04-02",
        "endTo=2030-03-30",
        "expiringBefore=2030-03-31",
        "flagged=true"
      })
  void every_filter_leaves_out_what_it_does_not_name(String filter) {
    String reference = Api.active("Fernleigh Ltd").jsonPath().getString("reference");
    Api.keeper()
        .get("/v1/contracts?q=" + reference + "&" + filter.replace("%", "%25"))
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"created", "-created", "title", "-title", "start", "-end", "value", "-value"})
  void pages_follow_each_other_in_every_order(String sort) {
    String word = word();
    for (int i = 0; i < 5; i++) {
      named(word);
    }
    Set<String> seen = new HashSet<>();
    String cursor = "";
    int pages = 0;
    do {
      Response page =
          Api.keeper().get("/v1/contracts?limit=2&sort=" + sort + "&q=" + word + cursor);
      page.then().statusCode(200);
      seen.addAll(page.jsonPath().getList("items.id"));
      String next = page.jsonPath().getString("next");
      cursor = next == null ? "" : "&cursor=" + next;
      pages++;
    } while (!cursor.isEmpty());
    assertEquals(5, seen.size());
    assertEquals(3, pages);
  }

  @Test
  void facets_count_the_whole_list_and_csv_shows_it() {
    String word = word();
    named(word);
    Api.step(named(word), "publish-tender", null).then().statusCode(200);
    Api.keeper()
        .get("/v1/contracts?facets=true&limit=1&q=" + word)
        .then()
        .body("items", hasSize(1), "next", notNullValue())
        .header("Link", startsWith("<http"))
        .body("facets.status.value", hasItem("DRAFT"), "facets.status", hasSize(2))
        .body("facets.type[0].contracts", equalTo(2));
    Response csv = Api.keeper().accept("text/csv").get("/v1/contracts?q=" + word);
    csv.then().statusCode(200).contentType(startsWith("text/csv"));
    assertEquals(3, csv.asString().lines().count());
  }

  @Test
  void a_list_is_of_the_callers_authority_only() {
    String word = word();
    named(word);
    Api.as(Api.OTHER).get("/v1/contracts?q=" + word).then().body("items", hasSize(0));
    Api.keeper()
        .get("/v1/contracts?authority=" + Api.OTHER)
        .then()
        .spec(Problems.problem(403, "WRONG_AUTHORITY"));
    Api.keeper()
        .get("/v1/contracts?limit=5")
        .then()
        .body("items.authority", everyItem(equalTo(Api.AUTHORITY)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sort=colour",
        "limit=0",
        "limit=501",
        "status=ALIVE",
        "colour=red",
        "valueFrom=x",
        "endTo=tomorrow",
        "cursor=AAAA",
        "providerId=7",
        "flagged=maybe"
      })
  void parameters_that_cannot_be_read_are_refused(String query) {
    Api.keeper()
        .get("/v1/contracts?" + query)
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", query.split("=")[0]));
  }

  @Test
  void the_change_feed_tells_every_change_in_order() {
    Response draft = Api.draft(Api.complete(Api.reference()));
    Api.step(draft, "publish-tender", null).then().statusCode(200);
    AtomicReference<String> after = new AtomicReference<>("0");
    List<String> types = new ArrayList<>();
    Patience.await()
        .until(
            () -> {
              JsonPath stretch =
                  Api.keeper()
                      .get("/v1/contracts/changes?limit=1000&wait=1&after=" + after.get())
                      .jsonPath();
              after.set(stretch.getString("next"));
              String ours = "changes.findAll { it.aggregateId == '" + Api.id(draft) + "' }.type";
              types.addAll(stretch.getList(ours));
              return types.size() >= 2;
            });
    assertEquals(List.of("contract.drafted.v1", "contract.tender-published.v1"), types);
  }

  @Test
  void a_search_is_kept_under_a_name_and_found_again() {
    String name = word();
    String path = "/v1/saved-searches";
    Response kept =
        Api.keeper()
            .body("{\"name\":\"%s\",\"query\":\"q=%s&status=DRAFT\"}".formatted(name, name))
            .post(path);
    kept.then().statusCode(201).body("href", equalTo("/v1/contracts?q=" + name + "&status=DRAFT"));
    named(name);
    Api.keeper().get(kept.path("href").toString()).then().body("items", hasSize(1));
    Api.keeper()
        .body("{\"name\":\"%s\",\"query\":\"q=x\"}".formatted(name))
        .post(path)
        .then()
        .spec(Problems.problem(409, "NAME_TAKEN"));
    Api.keeper()
        .body("{\"name\":\"n\",\"query\":\"colour=red\"}")
        .post(path)
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "/query"));
    String one = path + "/" + Api.id(kept);
    Api.as(Api.OTHER).get(one).then().spec(Problems.problem(404, "NOT_FOUND"));
    Response changed =
        Api.keeper()
            .header("If-Match", kept.header("ETag"))
            .body("{\"name\":\"%s\",\"query\":\"sort=-end\"}".formatted(name))
            .put(one);
    changed.then().statusCode(200).body("version", equalTo(2));
    Api.keeper()
        .header("If-Match", kept.header("ETag"))
        .delete(one)
        .then()
        .spec(Problems.problem(412, "STALE_VERSION"));
    Api.keeper().header("If-Match", changed.header("ETag")).delete(one).then().statusCode(204);
    Api.keeper().get(one).then().spec(Problems.problem(404, "NOT_FOUND"));
  }
}
