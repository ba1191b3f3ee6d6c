package uk.carecontracts.contracts.decommissioning;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says so far; everything may still be missing.
 *
 * @param reason why the service is wound down
 * @param peopleAffected how many people use it
 * @param alternatives what they are offered instead
 * @param consultedFrom first day people and carers were asked
 * @param consultedTo last day they were asked
 * @param consultationOutcome what they said and what came of it
 * @param impact what it means for people with protected characteristics (equality impact)
 * @param peopleTold when the people and their carers were told
 * @param supplierTold when the supplier was given notice
 * @param lastDay last day of the service
 * @param responsible the office that answers for the plan
 */
public record PlanContent(
    @Nullable @Size(max = 4000) String reason,
    @Nullable @Min(0) Integer peopleAffected,
    @Valid @Size(max = 100) List<Alternative> alternatives,
    @Nullable LocalDate consultedFrom,
    @Nullable LocalDate consultedTo,
    @Nullable @Size(max = 4000) String consultationOutcome,
    @Nullable @Size(max = 4000) String impact,
    @Nullable LocalDate peopleTold,
    @Nullable LocalDate supplierTold,
    @Nullable LocalDate lastDay,
    @Nullable @Size(max = 200) String responsible) {

  /** Copies the list. */
  public PlanContent {
    alternatives = alternatives == null ? List.of() : List.copyOf(alternatives);
  }

  /**
   * What some of the people are offered instead.
   *
   * @param offer the other service
   * @param people for how many of them
   * @param from when it is there for them
   */
  public record Alternative(
      @NotBlank @Size(max = 1000) String offer,
      @NotNull @Min(0) Integer people,
      @Nullable LocalDate from) {}

  /** People for whom there is an alternative. */
  int peopleWithAlternative() {
    return alternatives.stream().mapToInt(Alternative::people).sum();
  }
}
