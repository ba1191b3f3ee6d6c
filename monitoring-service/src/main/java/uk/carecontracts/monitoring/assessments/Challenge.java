package uk.carecontracts.monitoring.assessments;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A provider's challenge to the facts of a draft.
 *
 * @param id the challenge
 * @param standard the standard it is about
 * @param text what is said to be wrong, and what shows it
 * @param raisedBy who challenged
 * @param raisedOn when
 * @param upheld whether it was right; absent until reviewed
 * @param reason why
 * @param decidedBy who reviewed it
 */
@Schema(name = "AssessmentChallenge")
public record Challenge(
    UUID id,
    String standard,
    String text,
    String raisedBy,
    LocalDate raisedOn,
    @Nullable Boolean upheld,
    @Nullable String reason,
    @Nullable String decidedBy) {

  Challenge decide(boolean right, String why, String by) {
    return new Challenge(id, standard, text, raisedBy, raisedOn, right, why, by);
  }
}
