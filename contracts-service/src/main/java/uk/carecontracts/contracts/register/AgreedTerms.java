package uk.carecontracts.contracts.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.contracts.terms.Lot;
import uk.carecontracts.contracts.terms.Party;
import uk.carecontracts.contracts.terms.PartyRole;
import uk.carecontracts.contracts.terms.SocialValueCommitment;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * What the parties of an awarded contract agreed, so that no keeper changes it alone (Procurement
 * Act 2023, s.74). What the register never said is filled in freely: nothing agreed is overwritten.
 * Words by which a contract is found, how it was bought and the days the authority keeps for itself
 * are not agreed and not listed here (decision 62).
 */
final class AgreedTerms {
  private static final List<Term> ALL =
      List.of(
          stated("/type", "The kind of agreement says who bears which risk.", ContractTerms::type),
          new Term(
              "/parties",
              "Who is party, with which share and for which lots, is agreed by all of them.",
              (held, changed) -> sameParties(held.parties(), changed.parties())),
          new Term(
              "/lots",
              "The lots and what they are worth were awarded as they are.",
              (held, changed) -> sameLots(held.lots(), changed.lots())),
          stated("/values/total", "The total value is agreed.", each -> each.values().total()),
          stated("/values/annual", "The annual value is agreed.", each -> each.values().annual()),
          stated(
              "/values/maximumWithExtensions",
              "The value with every extension was advertised and agreed.",
              each -> each.values().maximumWithExtensions()),
          stated("/dates/start", "The first day is agreed.", each -> each.dates().start()),
          stated("/dates/end", "The last day is agreed.", each -> each.dates().end()),
          stated(
              "/dates/noticeMonths",
              "The months of notice are agreed.",
              each -> each.dates().noticeMonths()),
          listed(
              "/socialValue",
              "The social value promised was part of the award.",
              each -> each.socialValue().stream().map(AgreedTerms::promise).toList()),
          listed(
              "/minimumStandards",
              "The minimum standards are agreed.",
              ContractTerms::minimumStandards),
          listed("/outcomes", "The outcomes bought are agreed.", ContractTerms::outcomes));

  private static final String WAYS_ON =
      "What is agreed changes by a variation that the parties agree (POST …/variations). Where the"
          + " register does not say what was signed, correct it with the reason and the document it"
          + " is read from (POST …/correct).";

  private AgreedTerms() {}

  /** A term and whether a change keeps it; the message says why it is not the keeper's alone. */
  private record Term(
      String pointer, String message, BiPredicate<ContractTerms, ContractTerms> isKept) {}

  /**
   * Refuses a change of what was agreed.
   *
   * @throws RuleViolation TERMS_AGREED with every place and both ways on
   */
  static void requireKept(ContractTerms held, ContractTerms changed) {
    List<Violation> objections =
        ALL.stream()
            .filter(each -> !each.isKept().test(held, changed))
            .map(each -> new Violation(each.pointer(), each.message()))
            .collect(Collectors.toCollection(ArrayList::new));
    if (!objections.isEmpty()) {
      objections.add(new Violation(null, WAYS_ON));
      throw new RuleViolation("TERMS_AGREED", objections);
    }
  }

  private static Term stated(
      String pointer, String message, Function<ContractTerms, @Nullable Object> said) {
    return new Term(
        pointer, message, (held, changed) -> isKept(said.apply(held), said.apply(changed)));
  }

  private static Term listed(
      String pointer, String message, Function<ContractTerms, List<?>> said) {
    return new Term(
        pointer, message, (held, changed) -> hasThemAll(said.apply(held), said.apply(changed)));
  }

  private static boolean isKept(@Nullable Object held, @Nullable Object said) {
    return held == null || held.equals(said);
  }

  /** Order says nothing. */
  private static boolean hasThemAll(List<?> held, List<?> said) {
    return held.isEmpty() || Set.copyOf(held).equals(Set.copyOf(said));
  }

  private static boolean sameShare(@Nullable BigDecimal held, @Nullable BigDecimal said) {
    return held == null || (said != null && held.compareTo(said) == 0);
  }

  /** A commitment in which 5 and 5.0 are the same. */
  private static SocialValueCommitment promise(SocialValueCommitment each) {
    BigDecimal target = each.target();
    return new SocialValueCommitment(
        each.measure(), target == null ? null : target.stripTrailingZeros(), each.unit());
  }

  private static boolean sameLots(List<Lot> held, List<Lot> said) {
    return held.isEmpty() || (held.size() == said.size() && all(held, said, AgreedTerms::sameLot));
  }

  private static boolean sameLot(Lot held, Lot said) {
    return held.id().equals(said.id()) && isKept(held.value(), said.value());
  }

  /** Subcontractors come and go without the agreement of all. */
  private static boolean sameParties(List<Party> held, List<Party> said) {
    List<Party> before = principals(held);
    List<Party> after = principals(said);
    return before.isEmpty()
        || (before.size() == after.size() && all(before, after, AgreedTerms::samePart));
  }

  private static List<Party> principals(List<Party> parties) {
    return parties.stream().filter(each -> each.role() != PartyRole.SUBCONTRACTOR).toList();
  }

  private static boolean samePart(Party held, Party said) {
    return AmendmentRules.isSame(held, said)
        && held.role() == said.role()
        && sameShare(held.sharePercent(), said.sharePercent())
        && hasThemAll(held.lots(), said.lots());
  }

  private static <T> boolean all(List<T> held, List<T> said, BiPredicate<T, T> same) {
    return held.stream().allMatch(each -> said.stream().anyMatch(it -> same.test(each, it)));
  }
}
