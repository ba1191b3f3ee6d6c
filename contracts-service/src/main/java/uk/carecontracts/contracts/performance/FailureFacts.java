package uk.carecontracts.contracts.performance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an authority says of a failure: everything the notice must tell (Procurement Regulations
 * 2024 reg. 39(7)), and who decided.
 *
 * @param kind which failure it is
 * @param suppliers parties of the contract that failed; when left out, those that answer for it, in
 *     a correction those named before
 * @param requirement the obligation that was breached or is not met
 * @param description what went wrong
 * @param impact its consequences
 * @param from its first day
 * @param to its last day; none while it goes on
 * @param mitigation what the supplier did against the consequences
 * @param warnings what the authority told the supplier, and its opportunities to improve
 * @param improvement what the supplier did to improve, and why that was not enough
 * @param failedOn the day it was found that the supplier had failed to improve
 * @param outcomes what came of it
 * @param decidedBy role of who decided; never published
 * @param decision what was decided and why; never published
 * @param decisionLink where a court's or tribunal's decision can be read
 * @param publish whether it is open data; unless stated, where the law wants a notice
 */
public record FailureFacts(
    @NotNull FailureKind kind,
    @Size(max = 50) List<@NotNull UUID> suppliers,
    @NotBlank @Size(max = 4000) String requirement,
    @NotBlank @Size(max = 8000) String description,
    @NotBlank @Size(max = 4000) String impact,
    @NotNull LocalDate from,
    @Nullable LocalDate to,
    @Nullable @Size(max = 4000) String mitigation,
    @Valid @Size(max = 50) List<@NotNull FailureWarning> warnings,
    @Nullable @Size(max = 4000) String improvement,
    @Nullable LocalDate failedOn,
    @Valid @Size(max = 50) List<@NotNull FailureOutcome> outcomes,
    @NotBlank @Size(max = 200) String decidedBy,
    @NotBlank @Size(max = 4000) String decision,
    @Nullable
        @Size(max = 2000)
        @Pattern(regexp = "[Hh][Tt][Tt][Pp][Ss]?://\\S+", message = "must be a web address")
        String decisionLink,
    @Nullable Boolean publish) {

  /** Copies; nothing is stated where a list is left out. */
  public FailureFacts {
    suppliers = suppliers == null ? List.of() : List.copyOf(suppliers);
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
    outcomes = outcomes == null ? List.of() : List.copyOf(outcomes);
  }

  /** The day s.71(5) first applied to it; empty while it does not. */
  Optional<LocalDate> appliesFrom() {
    return kind == FailureKind.NOT_IMPROVED ? Optional.ofNullable(failedOn) : firstOutcome();
  }

  private Optional<LocalDate> firstOutcome() {
    return outcomes.stream().map(FailureOutcome::on).min(Comparator.naturalOrder());
  }
}
