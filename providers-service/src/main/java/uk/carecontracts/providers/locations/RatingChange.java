package uk.carecontracts.providers.locations;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.ratings.Movement;
import uk.carecontracts.providers.ratings.Rating;
import uk.carecontracts.providers.ratings.RatingSummary;

/**
 * What a recorded rating changed about the current one. A report older than the current one moves
 * nothing.
 *
 * @param from the current overall rating before
 * @param to the current overall rating now
 * @param movement FELL, ROSE or UNCHANGED
 * @param ratingId the record that was added
 * @param reportDate publication of its report
 * @param correction whether it replaced one recorded wrongly
 * @param reason why, for a correction
 */
record RatingChange(
    @Nullable Rating from,
    @Nullable Rating to,
    Movement movement,
    UUID ratingId,
    LocalDate reportDate,
    boolean correction,
    @Nullable String reason) {

  static RatingChange between(
      @Nullable RatingSummary before, @Nullable RatingSummary after, RatingRecord added) {
    Rating from = before == null ? null : before.overall();
    Rating to = after == null ? null : after.overall();
    return new RatingChange(
        from,
        to,
        to == null ? Movement.UNCHANGED : Movement.between(from, to),
        added.id(),
        added.reportDate(),
        added.corrects() != null,
        added.reason());
  }
}
