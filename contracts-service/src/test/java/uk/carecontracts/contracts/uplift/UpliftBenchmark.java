package uk.carecontracts.contracts.uplift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** How long a simulation over 10,000 contracts takes; run with -Dtest=UpliftBenchmark. */
@QuarkusTest
@ContractsInfrastructure
class UpliftBenchmark {
  private static final String AUTHORITY = "E10000099";
  private static final int RUNS = 6;
  private static final String CONTRACTS =
      """
      insert into contract (id, lock_version, authority, status, reference, title, type,
        service_type, total_value, start_date, end_date, search_text, terms, created_at, updated_at)
      select gen_random_uuid(), 0, ?, 'ACTIVE', 'B-' || n, 'Benchmark ' || n, 'BLOCK', 'HOME_CARE',
        100000 + n, current_date, current_date + 730, 'Benchmark',
        jsonb_build_object('values', jsonb_build_object('annual',
          jsonb_build_object('amount', 50000 + n, 'currency', 'GBP'))), now(), now()
      from generate_series(1, 10000) n""";

  @Inject Sql sql;

  @Test
  void ten_thousand_contracts() {
    Tenancy.runAs(
        Acting.system("benchmark"),
        () -> QuarkusTransaction.requiringNew().run(() -> sql.update(CONTRACTS, AUTHORITY)));
    String body =
        """
        {"name":"b","effectiveDate":"2026-04-01","ownClauses":false,"clauses":[
         {"name":"A","terms":{"components":[{"index":"CPI","weightPercent":100}]}},
         {"name":"B","terms":{"components":[{"index":"NLW","weightPercent":100}],"capPercent":5}},
         {"name":"C","terms":{"components":[{"index":"NLW","weightPercent":60},
          {"index":"CPI","weightPercent":40}]}}]}""";
    for (int i = 0; i < RUNS; i++) {
      long started = System.nanoTime();
      int contracts =
          Api.as(AUTHORITY)
              .body(body)
              .post("/v1/uplift-simulations")
              .jsonPath()
              .getInt("contracts");
      assertEquals(10_000, contracts);
      long stored = System.nanoTime();
      int lines =
          (int)
              Api.as(AUTHORITY)
                  .accept("text/csv")
                  .get(
                      "/v1/uplift-simulations/"
                          + Api.as(AUTHORITY)
                              .get("/v1/uplift-simulations?limit=1")
                              .jsonPath()
                              .getString("items[0].id")
                          + "/contracts")
                  .asString()
                  .lines()
                  .count();
      assertEquals(30_001, lines);
      System.out.printf(
          "BENCHMARK simulation %d ms, CSV of 30,000 lines %d ms%n",
          (stored - started) / 1_000_000, (System.nanoTime() - stored) / 1_000_000);
    }
  }
}
