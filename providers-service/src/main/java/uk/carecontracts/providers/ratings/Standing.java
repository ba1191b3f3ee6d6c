package uk.carecontracts.providers.ratings;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all reports about a location come to on a day.
 *
 * @param current the latest report
 * @param previous the one before
 * @param specialMeasures the standing under the regulator's rule
 */
public record Standing(
    @Nullable RatingSummary current,
    @Nullable RatingSummary previous,
    SpecialMeasures specialMeasures) {

  /** Derives the standing from every report published up to and including the day. */
  public static Standing asOf(LocalDate day, Collection<RatingSummary> ratings) {
    List<RatingSummary> known =
        ratings.stream()
            .filter(rating -> !rating.reportDate().isAfter(day))
            .sorted(
                Comparator.comparing(RatingSummary::reportDate)
                    .thenComparing(RatingSummary::regulator)
                    .reversed())
            .toList();
    SpecialMeasures measures =
        SpecialMeasures.asOf(
            day,
            known.stream()
                .filter(rating -> rating.regulator() == Regulator.CQC)
                .map(RatingSummary::report)
                .toList());
    return new Standing(
        known.isEmpty() ? null : known.get(0), known.size() < 2 ? null : known.get(1), measures);
  }
}
