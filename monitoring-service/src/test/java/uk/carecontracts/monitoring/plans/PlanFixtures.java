package uk.carecontracts.monitoring.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.carecontracts.monitoring.contracts.KnownContract;

/** A contract of three years that is in its fifth quarter. */
final class PlanFixtures {
  static final LocalDate START = LocalDate.of(2025, 4, 1);
  static final LocalDate END = LocalDate.of(2028, 3, 31);
  static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
  static final PlanRules RULES =
      new PlanRules() {
        @Override
        public int frequencyMonths() {
          return 3;
        }

        @Override
        public int daysToHandIn() {
          return 20;
        }

        @Override
        public int horizonYears() {
          return 5;
        }
      };

  static KnownContract contract(LocalDate end, long version) {
    return new KnownContract(
        UUID.fromString("00000000-0000-0000-0000-000000000001"),
        "E10000008",
        "REF-1",
        "Home care",
        "ACTIVE",
        null,
        null,
        List.of(),
        null,
        List.of(),
        null,
        null,
        START,
        end,
        version);
  }

  private PlanFixtures() {}
}
