package uk.carecontracts.contracts.savings;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * A target to save.
 *
 * @param name what it is called
 * @param from first day
 * @param to last day
 * @param targets pounds to save in each financial year, such as 2026-27
 * @param source where the target was decided
 * @param amberPercent share of the target, in per cent, below which the outlook is red; 90 when
 *     left out
 */
public record ProgrammeTerms(
    @NotBlank @Size(max = 300) String name,
    @NotNull LocalDate from,
    @NotNull LocalDate to,
    @NotEmpty
        Map<String, @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 6) BigDecimal>
            targets,
    @Nullable @Size(max = 1000) String source,
    @Nullable @DecimalMin("0") @Digits(integer = 3, fraction = 6) BigDecimal amberPercent) {
  private static final BigDecimal USUAL_AMBER = BigDecimal.valueOf(90);

  /** Copies the targets. */
  public ProgrammeTerms {
    targets = targets == null ? Map.of() : Map.copyOf(targets);
    amberPercent = amberPercent == null ? USUAL_AMBER : amberPercent;
  }

  /** Refuses targets for other years than its own. */
  ProgrammeTerms checked() {
    if (!from.isBefore(to)) {
      throw new RuleViolation("PROGRAMME_EMPTY", "It must end after it begins.", "/to");
    }
    List<String> years = FinancialYears.between(from, to);
    for (String year : targets.keySet()) {
      if (!years.contains(year)) {
        throw new RuleViolation(
            "YEAR_OUTSIDE", year + " is none of its years " + years + ".", "/targets/" + year);
      }
    }
    return this;
  }

  BigDecimal total() {
    return targets.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
