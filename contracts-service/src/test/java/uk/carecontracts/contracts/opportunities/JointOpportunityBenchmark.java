package uk.carecontracts.contracts.opportunities;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/**
 * How long a search for joint opportunities takes among 12,500 to 100,000 contracts of about 150
 * councils; run by benchmarks/joint-opportunities.sh, never with the tests.
 */
@QuarkusTest
@ContractsInfrastructure
class JointOpportunityBenchmark {
  private static final Acting SYSTEM = Acting.system("benchmark");
  private static final int RUNS = 5;
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
        10000 + i * 7919 % 3000000, current_date - 700, current_date + 30 + (i * 104729 % 1400),
        'Care', '{"parties":[],"values":{},"dates":{}}', now(), now()
      from generate_series(?::int, ?::int) i join council c on c.n = (i * 31) % c.councils""";

  @Inject Sql sql;
  @Inject Suggestions suggestions;

  @Test
  void searches_grow_with_the_number_of_contracts() {
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    Suggestions.Search search = new Suggestions.Search(6, today, today.plusYears(4));
    System.out.println("contracts | groups | median ms | fastest ms | ms per 1,000");
    int held = 0;
    for (int size : new int[] {12_500, 25_000, 50_000, 100_000}) {
      int from = held + 1;
      Tenancy.runAs(
          SYSTEM,
          () -> QuarkusTransaction.requiringNew().run(() -> sql.update(INSERT, from, size)));
      held = size;
      Tenancy.runAs(SYSTEM, () -> sql.update("analyze contract"));
      long[] times = new long[RUNS];
      List<Opportunity> found = List.of();
      for (int run = 0; run < RUNS; run++) {
        long begin = System.nanoTime();
        found =
            Tenancy.callAs(
                Acting.forAuthority("E10000017", "benchmark"),
                () ->
                    QuarkusTransaction.requiringNew()
                        .call(() -> suggestions.suggest("E10000017", search)));
        times[run] = (System.nanoTime() - begin) / 1_000_000;
      }
      Arrays.sort(times);
      System.out.printf(
          "%9d | %6d | %9d | %10d | %12.1f%n",
          size, found.size(), times[RUNS / 2], times[0], times[RUNS / 2] * 1000.0 / size);
    }
    Tenancy.runAs(
        SYSTEM,
        () ->
            QuarkusTransaction.requiringNew()
                .run(() -> sql.update("delete from contract where reference like 'BENCH-%'")));
  }
}
