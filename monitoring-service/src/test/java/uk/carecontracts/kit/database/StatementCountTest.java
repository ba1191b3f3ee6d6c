package uk.carecontracts.kit.database;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.Await;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;

/** No list may need more statements for more rows. */
@QuarkusTest
@OnStage
class StatementCountTest {
  private static final String AUTHORITY = "E10000034";

  @Inject CountingSql sql;
  @Inject EntityManagerFactory entities;

  private static boolean prepared;

  @BeforeEach
  void a_dozen_contracts() {
    if (prepared) {
      return;
    }
    prepared = true;
    UUID provider = UUID.randomUUID();
    for (int i = 0; i < 12; i++) {
      Api.planOf(ContractEvent.active().authority(AUTHORITY).provider(provider).send());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/monitoring-plans",
        "/v1/returns",
        "/v1/returns/due",
        "/v1/scorecards",
        "/v1/risk/contracts",
        "/v1/indicators",
        "/v1/concerns",
        "/v1/assessments",
        "/v1/action-plans",
        "/v1/action-plans/actions",
        "/v1/feedback",
        "/v1/strategies",
        "/v1/outcome-frameworks",
        "/v1/contract-reviews",
        "/v1/data-quality/contracts",
        "/v1/visits",
        "/v1/visits/figures",
        "/v1/visits/parked",
        "/v1/alerts",
        "/v1/payment-by-results/models",
        "/v1/payment-by-results/claims",
        "/v1/payment-by-results/statements"
      })
  void a_list_takes_one_statement_however_long_it_is(String path) {
    sometimes(1, () -> statements(path + "?limit=1"));
    sometimes(1, () -> statements(path + "?limit=50"));
  }

  @Test
  void what_if_takes_a_fixed_number_of_statements() {
    sometimes(5, this::whatIf);
  }

  private int whatIf() {
    sql.countAndReset();
    Api.officer(AUTHORITY)
        .body("{\"weights\": {}}")
        .post("/v1/risk/what-if")
        .then()
        .statusCode(200)
        .body("contracts", equalTo(12));
    return sql.countAndReset();
  }

  /**
   * Schedules and events count as well when they happen to run meanwhile, so a quiet moment is
   * waited for; what takes more statements each time never has one.
   */
  private static void sometimes(int expected, IntSupplier count) {
    Await.until(() -> assertEquals(expected, count.getAsInt()));
  }

  private int statements(String path) {
    Statistics hibernate = entities.unwrap(SessionFactory.class).getStatistics();
    hibernate.setStatisticsEnabled(true);
    hibernate.clear();
    sql.countAndReset();
    Api.officer(AUTHORITY).get(path).then().statusCode(200);
    return sql.countAndReset() + (int) hibernate.getPrepareStatementCount();
  }
}
