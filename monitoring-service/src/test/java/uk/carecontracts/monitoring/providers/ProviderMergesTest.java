package uk.carecontracts.monitoring.providers;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.carecontracts.kit.inbox.Consumers;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.Await;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.LocationEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.monitoring.stage.ProviderEvent;
import uk.carecontracts.testkit.Tokens;

/** Merges of provider records and their undoing, as monitoring follows them. */
@QuarkusTest
@OnStage
class ProviderMergesTest {
  private static final String RISK = "/v1/risk/contracts/";
  private static final String NONE_OPEN = "No open concern";

  @Inject Consumers consumers;
  @Inject ProviderRecords records;

  private static void worryAbout(UUID provider) {
    Api.officer()
        .body(
            Map.of(
                "providerId", provider,
                "kind", "SAFEGUARDING",
                "severity", "SERIOUS",
                "source", "STAFF",
                "summary", "Medicines were given late three times this week"))
        .post("/v1/concerns")
        .then()
        .statusCode(201);
    Api.officer()
        .body(
            Map.of(
                "standing", "AT_RISK_OF_FAILURE",
                "assessedOn", LocalDate.now(ZoneOffset.UTC).minusDays(3).toString(),
                "source", "FILED_ACCOUNTS",
                "summary", "No reserves are left"))
        .post("/v1/risk/providers/" + provider + "/financial-standings")
        .then()
        .statusCode(201);
  }

  private static void assertCounted(ContractEvent contract, int times) {
    Api.officer()
        .get(RISK + contract.id)
        .then()
        .statusCode(200)
        .body(
            "factors.find { it.factor == 'CONCERNS' }.explanation",
            times == 0 ? equalTo(NONE_OPEN) : not(equalTo(NONE_OPEN)))
        .body("factors.explanation", times == 0 ? not(hasItem(failing())) : hasItem(failing()));
    Api.officer()
        .get("/v1/concerns?providerId=" + contract.provider())
        .then()
        .body("items", hasSize(times));
    Api.officer()
        .get("/v1/risk/providers/" + contract.provider() + "/financial-standings")
        .then()
        .body("items", hasSize(times));
    Api.officer()
        .get("/v1/scorecards/" + contract.id)
        .then()
        .body("regulatorRatings", hasSize(times));
  }

  private static org.hamcrest.Matcher<String> failing() {
    return containsString("risk of failure");
  }

  @Test
  void what_is_known_of_a_merged_record_counts_for_the_survivors_contracts_until_it_is_undone() {
    ContractEvent contract = ContractEvent.active().send();
    Api.planOf(contract);
    UUID survivor = contract.provider();
    UUID duplicate = UUID.randomUUID();
    worryAbout(duplicate);
    LocationEvent home = LocationEvent.of(duplicate).rating("INADEQUATE", "GOOD").send();
    ProviderEvent.send(duplicate, 1, null);
    assertCounted(contract, 0);

    ProviderEvent.send(duplicate, 2, survivor);
    Await.until(() -> assertCounted(contract, 1));
    Await.until(
        () ->
            Api.officer()
                .get("/v1/alerts?kind=RATING_FALL&providerId=" + survivor)
                .then()
                .body("items.subject", hasItem(home.id.toString())));

    ProviderEvent.send(duplicate, 1, null);
    ProviderEvent.send(duplicate, 2, survivor);
    consumers.rebuild("monitoring-provider-merges");
    Await.until(() -> assertCounted(contract, 1));

    ProviderEvent.send(duplicate, 3, null);
    Await.until(() -> assertCounted(contract, 0));
    Api.officer()
        .get("/v1/concerns?providerId=" + duplicate)
        .then()
        .body("items", hasSize(1))
        .body("items[0].providerId", equalTo(duplicate.toString()));
  }

  @Test
  void a_token_of_either_record_reaches_the_contracts_while_they_are_merged() {
    ContractEvent contract = ContractEvent.active().send();
    String plan = "/v1/monitoring-plans/" + Api.planOf(contract);
    UUID duplicate = UUID.randomUUID();
    String token = Tokens.provider(ContractEvent.DEVON, duplicate);
    String list = "/v1/monitoring-plans?providerId=" + contract.provider();
    Api.json(token).get(plan).then().statusCode(403);
    Api.json(token).get(list).then().statusCode(403);

    ProviderEvent.send(duplicate, 2, contract.provider());
    Await.until(() -> Api.json(token).get(plan).then().statusCode(200));
    Api.json(token).get(list).then().statusCode(200).body("items", hasSize(1));
    Api.json(token).get("/v1/monitoring-plans").then().body("items", hasSize(1));

    ProviderEvent.send(duplicate, 3, null);
    Await.until(() -> Api.json(token).get(plan).then().statusCode(403));
    Api.json(token).get("/v1/monitoring-plans").then().body("items", hasSize(0));
  }

  private record Told(UUID record, long version, @Nullable UUID mergedInto) {}

  @Test
  void whatever_the_order_and_however_often_the_same_records_belong_together() {
    Random order = new Random(20_261_122);
    for (int round = 0; round < 20; round++) {
      UUID head = UUID.randomUUID();
      UUID middle = UUID.randomUUID();
      UUID first = UUID.randomUUID();
      UUID second = UUID.randomUUID();
      List<Told> told =
          new ArrayList<>(
              List.of(
                  new Told(first, 2, middle),
                  new Told(middle, 2, head),
                  new Told(second, 2, middle),
                  new Told(first, 3, null),
                  new Told(second, 3, null),
                  new Told(second, 4, head),
                  new Told(middle, 1, null)));
      told.addAll(List.copyOf(told));
      Collections.shuffle(told, order);
      Tenancy.runAs(
          Acting.system("test"),
          () ->
              QuarkusTransaction.requiringNew()
                  .run(() -> told.forEach(t -> records.learn(t.record, t.version, t.mergedInto))));

      assertTrue(same(head, middle), told::toString);
      assertTrue(same(second, middle), told::toString);
      assertFalse(same(first, head), told::toString);
      assertFalse(same(first, middle), told::toString);
    }
  }

  private boolean same(UUID one, UUID other) {
    return Tenancy.callAs(Acting.system("test"), () -> records.same(one, other));
  }
}
