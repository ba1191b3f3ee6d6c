package uk.carecontracts.monitoring.alerts;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.Await;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.testkit.Infrastructure;

/** Shortfalls that nobody looked at again by their day. */
@QuarkusTest
@OnStage
class LateReAuditsTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Inject AlertSchedule schedule;

  private static ContractEvent contract() {
    ContractEvent contract = ContractEvent.active().send();
    Api.planOf(contract);
    return contract;
  }

  private static void change(String sql) throws SQLException {
    try (Connection owner = Infrastructure.jdbc("monitoring");
        Statement update = owner.createStatement()) {
      update.executeUpdate(sql);
    }
  }

  /** An assessment of half a year and some days ago with a day for its re-audit. */
  private static String published(ContractEvent contract, LocalDate reAuditBy) throws SQLException {
    UUID id = UUID.randomUUID();
    change(
        """
        insert into assessment (id, authority, version, state) values ('%1$s', '%2$s', 1,
          '{"id": "%1$s", "authority": "%2$s", "contractId": "%3$s", "status": "PUBLISHED",
            "startedOn": "%4$s", "publishedOn": "%4$s", "reAuditBy": "%5$s"}')"""
            .formatted(id, contract.authority(), contract.id, reAuditBy.minusMonths(6), reAuditBy));
    return id.toString();
  }

  private static String begun(ContractEvent contract, @Nullable String of) throws SQLException {
    UUID id = UUID.randomUUID();
    change(
        """
        insert into assessment (id, authority, version, state) values ('%1$s', '%2$s', 1,
          '{"id": "%1$s", "authority": "%2$s", "contractId": "%3$s", "status": "DRAFT",
            "startedOn": "%4$s", "reAuditOf": %5$s}')"""
            .formatted(
                id,
                contract.authority(),
                contract.id,
                TODAY,
                of == null ? "null" : '"' + of + '"'));
    return id.toString();
  }

  private static void share(String assessment) throws SQLException {
    change(
        "update assessment set state = state || '{\"status\": \"SHARED\"}' where id = '%s'"
            .formatted(assessment));
  }

  private static ValidatableResponse alerts(ContractEvent contract) {
    return Api.officer()
        .get("/v1/alerts?kind=RE_AUDIT_LATE&contractId=" + contract.id)
        .then()
        .statusCode(200);
  }

  @Test
  void from_the_day_after_it_was_due_until_a_re_audit_is_shared() throws SQLException {
    ContractEvent late = contract();
    ContractEvent inTime = contract();
    String assessment = published(late, TODAY.minusDays(1));
    published(inTime, TODAY);

    schedule.look();
    schedule.look();

    alerts(inTime).body("items", hasSize(0));
    alerts(late)
        .body("items", hasSize(1))
        .body("items[0].subject", equalTo(assessment))
        .body("items[0].severity", equalTo("WARNING"))
        .body("items[0].occurrences", equalTo(1))
        .body(
            "items[0].message",
            endsWith(": shortfalls were to be looked at again by " + TODAY.minusDays(1)));

    String reAudit = begun(late, assessment);
    schedule.look();
    alerts(late).body("items[0].clearedSince", nullValue());
    share(reAudit);
    schedule.look();
    alerts(late).body("items", hasSize(1)).body("items[0].clearedSince", notNullValue());
  }

  @Test
  void four_weeks_on_it_is_serious_and_a_whole_assessment_settles_it_too() throws SQLException {
    ContractEvent contract = contract();
    published(contract, TODAY.minusDays(29));
    schedule.look();
    alerts(contract).body("items[0].severity", equalTo("SERIOUS"));

    share(begun(contract, null));
    schedule.look();
    alerts(contract).body("items[0].clearedSince", notNullValue());
  }

  @Test
  void a_contract_that_has_ended_needs_no_re_audit() throws SQLException {
    ContractEvent contract = contract();
    published(contract, TODAY.minusDays(3));
    schedule.look();
    alerts(contract).body("items", hasSize(1));

    contract.version(2).status("TERMINATED").send();
    Await.until(
        () -> {
          schedule.look();
          alerts(contract).body("items[0].clearedSince", notNullValue());
        });
  }
}
