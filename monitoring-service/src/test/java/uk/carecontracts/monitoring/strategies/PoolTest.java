package uk.carecontracts.monitoring.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.indicators.Level;
import uk.carecontracts.monitoring.indicators.Unit;
import uk.carecontracts.monitoring.scorecards.Direction;
import uk.carecontracts.monitoring.scorecards.MissingValues;
import uk.carecontracts.monitoring.strategies.Strategy.Measure;

class PoolTest {
  private static final Measure SAFE =
      new Measure(
          "FEELING_SAFE",
          "Feel safe",
          Level.SERVICE,
          Unit.PERCENT,
          Direction.HIGHER_IS_BETTER,
          null,
          BigDecimal.valueOf(90),
          BigDecimal.ONE,
          BigDecimal.ONE);
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);

  private static Reading reading(UUID contract, int month, Integer part, Integer whole) {
    return new Reading(
        contract,
        "C" + contract.getLeastSignificantBits(),
        "FEELING_SAFE",
        LocalDate.of(2026, month, 28),
        part == null ? null : BigDecimal.valueOf(100L * part / whole),
        part == null ? null : BigDecimal.valueOf(part),
        whole == null ? null : BigDecimal.valueOf(whole));
  }

  @Test
  void a_large_service_counts_for_more_than_a_small_one() {
    Pool pool =
        Pool.ofReturns(
            SAFE,
            List.of(reading(ONE, 3, 90, 100), reading(ONE, 6, 80, 100), reading(TWO, 6, 10, 10)),
            MissingValues.EXCLUDED);

    assertEquals(new BigDecimal("81.82"), pool.value());
    assertEquals("(80 + 10) ÷ (100 + 10) × 100", pool.formula());
  }

  @Test
  void a_missing_value_is_left_out_filled_or_counted_as_the_worst() {
    List<Reading> readings =
        List.of(reading(ONE, 6, 80, 100), reading(TWO, 3, 9, 10), reading(TWO, 6, null, null));

    Pool excluded = Pool.ofReturns(SAFE, readings, MissingValues.EXCLUDED);
    assertEquals(new BigDecimal("80.00"), excluded.value());
    assertEquals(List.of("C2: no value, left out"), excluded.notes());
    Pool known = Pool.ofReturns(SAFE, readings, MissingValues.LAST_KNOWN);
    assertEquals(new BigDecimal("80.91"), known.value());
    assertEquals(List.of("C2: last known value of 2026-03-28"), known.notes());
    Pool worst = Pool.ofReturns(SAFE, readings, MissingValues.WORST_CASE);
    assertEquals(new BigDecimal("80.00"), worst.value());
    assertEquals("(80 + 80) ÷ 2", worst.formula());
    assertNull(Pool.ofReturns(SAFE, List.of(), MissingValues.EXCLUDED).value());
  }

  @Test
  void people_count_once_by_the_latest_and_a_small_group_is_not_shown() {
    List<StrategyObservation> seen = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      seen.add(seen("P-" + i, 3, 0));
      seen.add(seen("P-" + i, 6, i % 2));
    }
    Pool pool = Pool.ofPeople(Unit.PERCENT, seen, 5);

    assertEquals(new BigDecimal("40.00"), pool.value());
    assertEquals("2 of 5 people × 100", pool.formula());
    Pool few = Pool.ofPeople(Unit.PERCENT, seen.subList(0, 8), 5);
    assertNull(few.value());
    assertEquals("Fewer than 5 people: not shown", few.formula());
  }

  private static StrategyObservation seen(String person, int month, int reached) {
    return new StrategyObservation(
        UUID.randomUUID(),
        "E10000008",
        ONE,
        "CONTROL",
        Level.INDIVIDUAL,
        person,
        BigDecimal.valueOf(reached),
        BigDecimal.ONE,
        LocalDate.of(2026, month, 1),
        LocalDate.of(2026, month, 28),
        null,
        "test",
        1);
  }
}
