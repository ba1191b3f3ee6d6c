package uk.carecontracts.contracts.opportunities;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Reach;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.testkit.Infrastructure;

/**
 * How long a search for joint opportunities takes among 12,500 to 100,000 contracts of about 150
 * councils; run by benchmarks/joint-opportunities.sh, never with the tests.
 */
@QuarkusTest
@ContractsInfrastructure
class JointOpportunityBenchmark {
  private static final Acting SYSTEM = Acting.system("benchmark");
  private static final String AUTHORITY = "E10000017";
  private static final Acting COUNCIL = Acting.forAuthority(AUTHORITY, "benchmark");
  private static final Acting EVERYBODY = new Acting(Reach.PUBLIC, "", "benchmark", "internal");
  private static final int RUNS = 5;
  private static final int WARM_UP = 2;
  private static final int TOGETHER = 2_500;
  private static final String INSERT =
      """
      with council as (
        select code, row_number() over (order by code) - 1 as n, count(*) over () as councils
        from (select code from authority_area where code not like 'E07%' order by code limit 150) a)
      insert into contract (id, lock_version, authority, status, reference, title, type, service_type,
        area, client_groups, categories, total_value, start_date, end_date, search_text, terms,
        created_at, updated_at)
      select gen_random_uuid(), 0, c.code, 'ACTIVE', 'BENCH-' || i, 'Care ' || i, 'BLOCK', null, 'Area',
        array[(array['OLDER_PEOPLE','CARERS','LEARNING_DISABILITY','MENTAL_HEALTH','ALL_ADULTS'])[1 + i / 7 % 5]],
        array[(array['321010','321013','321014','321600','321017','321500','321700','321800','321810',
          '321900','322001','322100','322200','321313'])[1 + i / 3 % 14]],
        10000 + i::bigint * 7919 % 3000000, current_date - 700,
        current_date + 30 + (i::bigint * 104729 % 1400)::int,
        'Care', '{"parties":[],"values":{},"dates":{}}', now(), now()
      from generate_series(?::int, ?::int) i join council c on c.n = (i * 31) % c.councils""";

  @Inject Sql sql;
  @Inject Suggestions suggestions;
  @Inject CandidateRepository candidates;

  @Test
  void searches_grow_with_the_number_of_contracts() throws SQLException {
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    Suggestions.Search search = new Suggestions.Search(6, today, today.plusYears(4));
    System.out.println(
        "contracts | reading ms | own groups | median ms | all groups | median ms | ms per 1,000");
    int held = 0;
    for (int size : new int[] {12_500, 25_000, 50_000, 100_000}) {
      while (held < size) {
        enter(held + 1, held + TOGETHER);
        held += TOGETHER;
      }
      vacuum();
      Measured reading = measure(() -> candidates.running(search.from(), search.to()), EVERYBODY);
      Measured own = measure(() -> suggestions.suggest(AUTHORITY, search, false), COUNCIL);
      Measured all = measure(() -> suggestions.suggest(AUTHORITY, search, true), COUNCIL);
      System.out.printf(
          "%9d | %10d | %10d | %9d | %10d | %9d | %12.1f%n",
          size,
          reading.median(),
          own.found(),
          own.median(),
          all.found(),
          all.median(),
          all.median() * 1e3 / size);
    }
  }

  /** As PostgreSQL does by itself after a while. */
  private static void vacuum() throws SQLException {
    try (Connection connection = Infrastructure.jdbc("contracts");
        Statement statement = connection.createStatement()) {
      statement.execute("vacuum analyze contract");
      statement.execute("vacuum analyze contract_search");
    }
  }

  private record Measured(int found, long median) {}

  private static Measured measure(Callable<? extends List<?>> work, Acting who) {
    long[] times = new long[RUNS];
    int found = 0;
    for (int run = -WARM_UP; run < RUNS; run++) {
      long begin = System.nanoTime();
      found = Tenancy.callAs(who, () -> QuarkusTransaction.requiringNew().call(work)).size();
      if (run >= 0) {
        times[run] = (System.nanoTime() - begin) / 1_000_000;
      }
    }
    Arrays.sort(times);
    return new Measured(found, times[RUNS / 2]);
  }

  /** In transactions short enough for their time limit: each contract is made findable, too. */
  private void enter(int from, int to) {
    Tenancy.runAs(
        SYSTEM, () -> QuarkusTransaction.requiringNew().run(() -> sql.update(INSERT, from, to)));
  }
}
