package uk.carecontracts.contracts.duties;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A breach or a failure to improve as its event told of it.
 *
 * @param id the failure
 * @param appliesFrom the day s.71(5) first applied to it
 * @param terminatedOn the day the contract ended because of it; null when it did not
 */
record FailureFacts(UUID id, LocalDate appliesFrom, @Nullable LocalDate terminatedOn) {

  /** What the state of a failure says; empty once it was withdrawn. */
  static Optional<FailureFacts> of(UUID id, JsonNode state) {
    if (state.path("status").asText().equals("WITHDRAWN")) {
      return Optional.empty();
    }
    LocalDate terminated = null;
    for (JsonNode outcome : state.at("/facts/outcomes")) {
      if (outcome.path("kind").asText().equals("TERMINATION")) {
        terminated = LocalDate.parse(outcome.path("on").asText());
      }
    }
    LocalDate from = LocalDate.parse(state.required("appliesFrom").asText());
    return Optional.of(new FailureFacts(id, from, terminated));
  }

  /**
   * Why no notice of its own is owed where the contract ended in full before it was due: the
   * termination notice tells of the breach (Procurement Regulations 2024 reg. 39(9) and 41).
   */
  Optional<String> toldByTermination(LocalDate due) {
    return terminatedOn == null || terminatedOn.isAfter(due)
        ? Optional.empty()
        : Optional.of(
            "The contract was terminated in full on "
                + terminatedOn
                + ": its termination notice (UK11) tells of the breach (reg. 39(9) and 41).");
  }
}
