package uk.carecontracts.contracts.forwardplan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How far an authority plans ahead.
 *
 * @param validFrom first day it holds
 * @param source who decided it and where it is written
 * @param majorFrom total value in pounds from which a contract is major
 * @param majorMonths months before its end that work on a major contract begins
 * @param otherMonths months for every other contract
 * @param amberWorkingDays working days a step may be late before it is red
 * @param dueSoonWorkingDays working days before a step is due that it turns amber
 * @param milestonesPerMonth steps a team can take in a month
 * @param teams the same by team, where it differs
 * @param milestones the steps, each scheduled back from its decision
 */
public record PolicyTerms(
    @NotNull LocalDate validFrom,
    @NotBlank @Size(max = 1000) String source,
    @NotNull @DecimalMin("0") BigDecimal majorFrom,
    @NotNull @Min(1) @Max(120) Integer majorMonths,
    @NotNull @Min(1) @Max(120) Integer otherMonths,
    @NotNull @Min(0) @Max(250) Integer amberWorkingDays,
    @NotNull @Min(0) @Max(250) Integer dueSoonWorkingDays,
    @NotNull @Min(1) @Max(1000) Integer milestonesPerMonth,
    @Size(max = 200) Map<@NotBlank String, @NotNull @Min(0) Integer> teams,
    @NotEmpty @Valid @Size(max = 100) List<MilestoneRule> milestones) {

  /** Copies; no team differs when none is named. */
  public PolicyTerms {
    teams = teams == null ? Map.of() : Map.copyOf(teams);
    milestones = milestones == null ? List.of() : List.copyOf(milestones);
  }

  /** Whether a contract of this total value is a major one; one of unknown value is not. */
  public boolean isMajor(BigDecimal total) {
    return total.compareTo(majorFrom) >= 0;
  }

  /** Months before its end that work on a contract begins. */
  public int leadInMonths(boolean major) {
    return major ? majorMonths : otherMonths;
  }

  /** Steps a team can take in a month. */
  int capacityOf(String team) {
    return teams.getOrDefault(team, milestonesPerMonth);
  }
}
