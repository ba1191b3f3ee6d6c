package uk.carecontracts.providers.costs;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

  /**
   * Every index with its movement; one that is named twice, or cannot be worked out, is refused.
   */
  List<PressureForms.Moved> resolve(List<PressureForms.IndexMovement> asked) {
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
              ? published(each, pointer)
              : new PressureForms.Moved(each.index(), each.percent(), "Stated in the question"));
    }
    return moved;
  }

  private PressureForms.Moved published(PressureForms.IndexMovement asked, String pointer) {
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
    IndexPoint first = value(asked.index(), from, pointer);
    IndexPoint last = value(asked.index(), to, pointer);
    BigDecimal percent =
        last.value()
            .subtract(first.value())
            .multiply(CostSheet.HUNDRED)
            .divide(first.value(), CostSheet.EXACT);
    return new PressureForms.Moved(
        asked.index(),
        percent,
        "%s on %s → %s on %s (%s)"
            .formatted(
                CostBreakdown.plain(first.value()),
                first.day(),
                CostBreakdown.plain(last.value()),
                last.day(),
                last.source()));
  }

  private IndexPoint value(String index, LocalDate day, String pointer) {
    Optional<IndexPoint> point = terms.valueOn(index, day);
    return point
        .filter(found -> found.value() != null && found.value().signum() > 0)
        .orElseThrow(
            () ->
                new RuleViolation(
                    "MOVEMENT_UNKNOWN",
                    "No value of " + index + " is known on or before " + day + ".",
                    pointer));
  }
}
