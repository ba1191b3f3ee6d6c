package uk.carecontracts.contracts.duties;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.carecontracts.contracts.terms.Regime;

/**
 * The dated rules and thresholds.
 *
 * @param rules every rule of every time
 * @param thresholds every threshold of every time
 * @param ownRules what an authority owes by itself, of every time
 */
public record RuleBook(
    List<DutyRule> rules, List<Threshold> thresholds, List<OwnDutyRule> ownRules) {

  /** The rules of a regime, of whatever time. */
  List<DutyRule> of(Regime regime) {
    return rules.stream().filter(rule -> rule.regime() == regime).toList();
  }

  /** The threshold that began last on or before a day: where nothing newer is known, it stays. */
  Optional<Threshold> threshold(String code, LocalDate day) {
    return thresholds.stream()
        .filter(each -> each.code().equals(code) && each.begunOn(day))
        .max(Comparator.comparing(Threshold::validFrom));
  }
}
