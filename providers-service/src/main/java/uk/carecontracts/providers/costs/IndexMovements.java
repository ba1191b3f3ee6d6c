package uk.carecontracts.providers.costs;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import uk.carecontracts.kit.problem.RuleViolation;
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
    Terms.Span span =
        terms
            .between(authority, asked.index(), from, to)
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "MOVEMENT_UNKNOWN",
                        "No value of " + asked.index() + " is known on or before " + from + ".",
                        pointer));
    BigDecimal first = Objects.requireNonNull(span.first().value());
    BigDecimal last = Objects.requireNonNull(span.last().value());
    return new PressureForms.Moved(
        asked.index(),
        last.subtract(first).multiply(CostSheet.HUNDRED).divide(first, CostSheet.EXACT),
        "%s on %s → %s on %s (%s)"
            .formatted(
                CostBreakdown.plain(first),
                span.first().day(),
                CostBreakdown.plain(last),
                span.last().day(),
                span.last().source()));
  }
}
