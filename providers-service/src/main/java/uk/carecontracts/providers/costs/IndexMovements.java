package uk.carecontracts.providers.costs;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.providers.terms.IndexPoint;
import uk.carecontracts.providers.terms.Terms;

/** Takes movements as stated, or works them out from published values. */
@ApplicationScoped
class IndexMovements {

  private final Terms terms;

  IndexMovements(Terms terms) {
    this.terms = terms;
  }

  /** Every index with its movement; one named twice, or that cannot be worked out, is refused. */
  List<PressureForms.Moved> resolve(String authority, List<PressureForms.IndexMovement> asked) {
    Set<String> seen = new HashSet<>();
    List<PressureForms.Moved> moved = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      PressureForms.IndexMovement each = asked.get(i);
      String pointer = "/movements/" + i;
      if (!seen.add(each.index())) {
        throw new RuleViolation("INDEX_TWICE", each.index() + " is named twice.", pointer);
      }
      moved.add(
          each.percent() == null
              ? published(authority, each, pointer)
              : new PressureForms.Moved(each.index(), each.percent(), "Stated in the question"));
    }
    return moved;
  }

  private PressureForms.Moved published(
      String authority, PressureForms.IndexMovement asked, String pointer) {
    LocalDate from = asked.from();
    LocalDate to = asked.to();
    if (from == null || to == null || !to.isAfter(from)) {
      throw new RuleViolation(
          "MOVEMENT_UNKNOWN",
          "State the movement of "
              + asked.index()
              + " in percent, or from and to a later day for a published index.",
          pointer);
    }
    return terms
        .between(authority, asked.index(), from, to)
        .map(span -> ofValues(asked.index(), span))
        .or(() -> ofMovements(authority, asked.index(), from, to))
        .orElseThrow(
            () ->
                new RuleViolation(
                    "MOVEMENT_UNKNOWN",
                    "No value of "
                        + asked.index()
                        + " is known on or before "
                        + from
                        + ", and no published movements cover the whole years between the days.",
                    pointer));
  }

  private static PressureForms.Moved ofValues(String index, Terms.Span span) {
    BigDecimal first = Objects.requireNonNull(span.first().value());
    BigDecimal last = Objects.requireNonNull(span.last().value());
    return new PressureForms.Moved(
        index,
        last.subtract(first).multiply(CostSheet.HUNDRED).divide(first, CostSheet.EXACT),
        "%s on %s → %s on %s (%s)"
            .formatted(
                CostBreakdown.plain(first),
                span.first().day(),
                CostBreakdown.plain(last),
                span.last().day(),
                span.last().source()));
  }

  /**
   * Some series publish movements over twelve months and no value: those of whole years are
   * multiplied, each the last one published by the end of its year.
   */
  private Optional<PressureForms.Moved> ofMovements(
      String authority, String index, LocalDate from, LocalDate to) {
    long months = ChronoUnit.MONTHS.between(from, to);
    if (months == 0 || months % 12 != 0 || !from.plusMonths(months).equals(to)) {
      return Optional.empty();
    }
    List<IndexPoint> years = terms.yearly(authority, index, to, (int) (months / 12));
    if (years.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal factor = BigDecimal.ONE;
    List<String> told = new ArrayList<>();
    for (IndexPoint year : years) {
      BigDecimal movement = Objects.requireNonNull(year.movement());
      factor = factor.multiply(BigDecimal.ONE.add(movement.movePointLeft(2)), CostSheet.EXACT);
      told.add(CostBreakdown.plain(movement) + " % to " + year.day());
    }
    return Optional.of(
        new PressureForms.Moved(
            index,
            factor.subtract(BigDecimal.ONE).multiply(CostSheet.HUNDRED),
            "Published over twelve months: %s (%s)"
                .formatted(String.join(", ", told), years.get(years.size() - 1).source())));
  }
}
