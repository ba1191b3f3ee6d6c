package uk.carecontracts.monitoring.visits;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What counts as on time and as short from a day on.
 *
 * @param authority whose terms; SHARED for the product's defaults
 * @param contractId the contract they were agreed for; absent for a default
 * @param validFrom first day they hold, for visits planned from then on
 * @param minutesEarly a visit begun no more than this before its planned start is on time
 * @param minutesLate a visit begun no more than this after its planned start is on time
 * @param shortBelowPercent a delivered visit is short below this share of the minutes agreed
 * @param source where they come from, such as a clause of the contract
 * @param version raised by every change
 */
@Schema(name = "VisitTerms")
public record VisitTerms(
    String authority,
    @Nullable UUID contractId,
    LocalDate validFrom,
    int minutesEarly,
    int minutesLate,
    BigDecimal shortBelowPercent,
    String source,
    long version) {
  private static final int SECONDS = 60;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Whether a delivered visit began within the tolerance, both bounds included. */
  boolean onTime(VisitReport visit) {
    Instant began = visit.actualStart();
    if (visit.status() != VisitStatus.DELIVERED || began == null) {
      return false;
    }
    long late = began.getEpochSecond() - visit.plannedStart().getEpochSecond();
    return late >= -(long) minutesEarly * SECONDS && late <= (long) minutesLate * SECONDS;
  }

  /** Whether a delivered visit lasted less than the agreed share of its minutes. */
  boolean shortened(VisitReport visit) {
    return visit.status() == VisitStatus.DELIVERED
        && BigDecimal.valueOf(visit.minutesDelivered())
                .multiply(HUNDRED)
                .compareTo(shortBelowPercent.multiply(BigDecimal.valueOf(visit.plannedMinutes())))
            < 0;
  }
}
