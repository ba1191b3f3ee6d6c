package uk.carecontracts.monitoring.plans;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.monitoring.indicators.Catalogue;
import uk.carecontracts.monitoring.indicators.Frequency;
import uk.carecontracts.monitoring.indicators.Indicator;
import uk.carecontracts.monitoring.scorecards.Direction;

/**
 * The whole set of indicators a plan is to have.
 *
 * @param indicators what is measured and on which terms; what is left out follows the catalogue
 */
@Schema(name = "IndicatorSelection")
public record IndicatorSelection(
    @NotNull @NotEmpty @Size(max = 100) List<@Valid @NotNull Selected> indicators) {

  /**
   * One indicator.
   *
   * @param code its code in the catalogue
   * @param baseline where things stand
   * @param target what is to be reached
   * @param direction which way is better
   * @param tolerance how far a miss may go and still be amber, zero or more
   * @param weight its importance within its outcome, more than zero
   * @param required whether a return needs it; true when left out
   * @param frequency how often it is asked
   */
  @Schema(name = "SelectedIndicator")
  public record Selected(
      @NotNull String code,
      @Nullable BigDecimal baseline,
      @Nullable BigDecimal target,
      @Nullable Direction direction,
      @Nullable BigDecimal tolerance,
      @Nullable BigDecimal weight,
      @Nullable Boolean required,
      @Nullable Frequency frequency) {

    IndicatorChoice choice(Indicator indicator) {
      return new IndicatorChoice(
          indicator.code(),
          indicator.title(),
          indicator.outcomeCode(),
          indicator.outcomeTitle(),
          indicator.unit(),
          direction == null ? indicator.direction() : direction,
          baseline == null ? indicator.baseline() : baseline,
          target == null ? indicator.target() : target,
          tolerance == null ? indicator.tolerance() : tolerance,
          weight == null ? indicator.weight() : weight,
          required == null || required,
          frequency == null ? indicator.frequency() : frequency);
    }
  }

  /**
   * Completes the selection from the catalogue.
   *
   * @throws RuleViolation for codes that are unknown or named twice and for terms that cannot be
   */
  List<IndicatorChoice> choices(Catalogue catalogue, String authority, LocalDate day) {
    Map<String, Indicator> known =
        catalogue.holding(authority, day).stream()
            .collect(Collectors.toMap(Indicator::code, Function.identity()));
    List<IndicatorChoice> choices = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < indicators.size(); i++) {
      Selected selected = indicators.get(i);
      String pointer = "/indicators/" + i;
      Indicator indicator = known.get(selected.code());
      if (indicator == null) {
        violations.add(
            new Violation(
                pointer + "/code",
                "There is no indicator " + selected.code() + " in the catalogue."));
      } else if (!seen.add(selected.code())) {
        violations.add(new Violation(pointer + "/code", selected.code() + " is named twice."));
      } else {
        check(selected, pointer, violations);
        choices.add(selected.choice(indicator));
      }
    }
    if (!violations.isEmpty()) {
      throw new RuleViolation("INDICATORS_INVALID", violations);
    }
    return choices;
  }

  private static void check(Selected selected, String pointer, List<Violation> violations) {
    if (selected.tolerance() != null && selected.tolerance().signum() < 0) {
      violations.add(new Violation(pointer + "/tolerance", "A tolerance cannot be negative."));
    }
    if (selected.weight() != null && selected.weight().signum() <= 0) {
      violations.add(new Violation(pointer + "/weight", "A weight must be more than zero."));
    }
  }
}
