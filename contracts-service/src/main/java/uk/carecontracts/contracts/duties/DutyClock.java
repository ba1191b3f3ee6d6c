package uk.carecontracts.contracts.duties;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.calendar.WorkingDays;
import uk.carecontracts.contracts.spend.LargePayments;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.Regime;
import uk.carecontracts.kit.ids.Ids;

/**
 * Works out what is owed about a contract, from its regime and the rules of its day (DOMAIN.md,
 * S24). What does not apply says why.
 */
final class DutyClock {
  private static final int LONGEST_RUN = 40;

  private final RuleBook book;
  private final WorkingDays calendar;

  DutyClock(RuleBook book, WorkingDays calendar) {
    this.book = book;
    this.calendar = calendar;
  }

  /** The duties that follow from where the contract stands. */
  List<Duty> of(ContractFacts facts) {
    List<Duty> duties = new ArrayList<>();
    for (DutyRule rule : rulesFor(facts)) {
      if (rule.trigger().isOfTheContract()) {
        duties.addAll(follow(rule, facts));
      }
    }
    return duties;
  }

  /** The duties that follow from a change of the contract. */
  List<Duty> of(ContractFacts facts, ContractChanged change) {
    return rulesFor(facts).stream()
        .filter(rule -> rule.trigger() == DutyTrigger.CHANGE)
        .map(rule -> follow(rule, facts, change))
        .toList();
  }

  /** The duty that follows from a breach or a failure to improve. */
  List<Duty> of(ContractFacts facts, FailureFacts failure) {
    return rulesFor(facts).stream()
        .filter(rule -> rule.trigger() == DutyTrigger.PERFORMANCE_FAILURE)
        .map(rule -> follow(rule, facts, failure))
        .toList();
  }

  /** Percent up to which a change of the contract needs no notice; null where no rule says. */
  @Nullable BigDecimal changeLimit(ContractFacts facts) {
    return rulesFor(facts).stream()
        .filter(rule -> rule.trigger() == DutyTrigger.CHANGE)
        .map(DutyRule::changePercent)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The rule about payments under the contract, where there is one. */
  Optional<DutyRule> paymentRule(ContractFacts facts) {
    return rulesFor(facts).stream()
        .filter(rule -> rule.trigger() == DutyTrigger.PAYMENT_QUARTER)
        .findFirst();
  }

  /** What the duties that follow from a contract's payments are about. */
  static UUID paymentsOf(UUID contractId) {
    return Ids.named("duty-payments/" + contractId);
  }

  /**
   * The duties that follow from large payments.
   *
   * @param commenced since when the rule is law; null while that is not confirmed
   */
  List<Duty> of(
      ContractFacts facts,
      DutyRule rule,
      List<LargePayments.Quarter> quarters,
      @Nullable LocalDate commenced) {
    Optional<String> spared = spared(rule, facts);
    return quarters.stream()
        .map(
            quarter -> {
              LocalDate day = quarter.lastDay();
              boolean law = commenced != null && !day.isBefore(commenced);
              String paid =
                  quarter.payments()
                      + " payments of more than £"
                      + rule.leastPayment()
                      + ", £"
                      + quarter.amount().amount()
                      + " in all, in the quarter that ended on "
                      + day
                      + ".";
              return duty(
                  rule,
                  facts,
                  paymentsOf(facts.id()),
                  day.toString(),
                  law && spared.isEmpty() ? rule.unit().after(day, rule.amount(), calendar) : null,
                  spared.orElse(law ? paid : paid + notLaw(commenced)));
            })
        .toList();
  }

  private static String notLaw(@Nullable LocalDate commenced) {
    return commenced == null
        ? " The day s.70 commences is not confirmed here, so nothing is owed yet."
        : " Section 70 commenced on " + commenced + ", after it.";
  }

  /** One rule of each duty: that of the contract's day, else one that tells why none holds. */
  private List<DutyRule> rulesFor(ContractFacts facts) {
    Regime regime = facts.contract().regime();
    if (regime == null || facts.contract().status() == ContractStatus.DRAFT) {
      return List.of();
    }
    Map<String, DutyRule> byCode = new LinkedHashMap<>();
    for (DutyRule rule : book.of(regime)) {
      if (rule.holdsOn(facts.governedBy())) {
        byCode.put(rule.code(), rule);
      } else {
        byCode.putIfAbsent(rule.code(), rule);
      }
    }
    return List.copyOf(byCode.values());
  }

  private List<Duty> follow(DutyRule rule, ContractFacts facts) {
    Optional<String> spared = spared(rule, facts);
    if (spared.isPresent()) {
      return List.of(duty(rule, facts, null, "", null, spared.get()));
    }
    if (rule.trigger() == DutyTrigger.ANNIVERSARY) {
      return anniversaries(rule, facts);
    }
    return facts.starts(rule.trigger()).stream()
        .map(start -> duty(rule, facts, null, "", due(rule, start), words(rule, start)))
        .toList();
  }

  private Duty follow(DutyRule rule, ContractFacts facts, ContractChanged change) {
    String occurrence = change.id().toString();
    String reason =
        spared(rule, facts)
            .orElseGet(
                () ->
                    change.inWords(rule.changePercent())
                        + (change.needsNotice(rule.changePercent())
                            ? " The notice comes before " + change.day() + "."
                            : " No notice is needed."));
    boolean due = spared(rule, facts).isEmpty() && change.needsNotice(rule.changePercent());
    return duty(rule, facts, change.id(), occurrence, due ? change.day() : null, reason);
  }

  private Duty follow(DutyRule rule, ContractFacts facts, FailureFacts failure) {
    LocalDate due = due(rule, failure.appliesFrom());
    Optional<String> spared = spared(rule, facts).or(() -> failure.toldByTermination(due));
    return duty(
        rule,
        facts,
        failure.id(),
        failure.id().toString(),
        spared.isPresent() ? null : due,
        spared.orElseGet(() -> words(rule, failure.appliesFrom())));
  }

  private List<Duty> anniversaries(DutyRule rule, ContractFacts facts) {
    LocalDate start = facts.contract().dates().start();
    LocalDate last = facts.lastDay();
    List<Duty> duties = new ArrayList<>();
    if (start == null || last == null || facts.entry() == null) {
      return duties;
    }
    LocalDate day = rule.unit().after(start, rule.amount(), calendar);
    for (int n = 1; n < LONGEST_RUN && !day.isAfter(last); n++) {
      String reason = n * rule.amount() + " months after it began on " + start + ".";
      duties.add(duty(rule, facts, null, String.valueOf(n), day, reason));
      day = rule.unit().after(start, (n + 1) * rule.amount(), calendar);
    }
    if (facts.contract().status().isEnded()) {
      duties.add(duty(rule, facts, null, "end", last, "The contract ended on " + last + "."));
    }
    return duties;
  }

  /** Why the contract is spared a duty. */
  private Optional<String> spared(DutyRule rule, ContractFacts facts) {
    LocalDate day = facts.governedBy();
    if (rule.exemptBecause() != null) {
      return Optional.of(rule.exemptBecause());
    }
    if (!rule.holdsOn(day)) {
      return Optional.of(
          "The rule is for contracts awarded from "
              + rule.validFrom()
              + (rule.validTo() == null ? "" : " to " + rule.validTo())
              + "; this one goes by "
              + day
              + ".");
    }
    if (facts.contract().type() != null
        && rule.notForTypes().contains(facts.contract().type().name())) {
      return Optional.of("It does not concern a " + facts.contract().type() + ".");
    }
    return tooSmall(rule, facts, day);
  }

  private Optional<String> tooSmall(DutyRule rule, ContractFacts facts, LocalDate day) {
    BigDecimal worth = facts.worth();
    if (worth == null) {
      return Optional.empty();
    }
    if (rule.above() != null && worth.compareTo(rule.above()) <= 0) {
      return Optional.of("It is worth £" + worth + ", not more than £" + rule.above() + ".");
    }
    return Optional.ofNullable(rule.threshold())
        .flatMap(code -> book.threshold(code, day))
        .filter(threshold -> worth.compareTo(threshold.amount()) < 0)
        .map(
            threshold ->
                "It is worth £"
                    + worth
                    + ", less than the threshold of £"
                    + threshold.amount()
                    + " for contracts of "
                    + day
                    + ".");
  }

  private LocalDate due(DutyRule rule, LocalDate start) {
    return rule.trigger() == DutyTrigger.BEFORE_ENTRY
        ? rule.unit().before(start, rule.amount(), calendar)
        : rule.unit().after(start, rule.amount(), calendar);
  }

  private static String words(DutyRule rule, LocalDate start) {
    String counted = rule.unit() == DutyUnit.DAYS_BEGINNING_WITH ? ", that day counted." : ".";
    return reason(rule, start) + counted;
  }

  private static String reason(DutyRule rule, LocalDate start) {
    String time = rule.amount() == 0 ? "By " : rule.amount() + " " + counted(rule) + " ";
    return switch (rule.trigger()) {
      case TENDER -> time + "the day the tender was published, " + start;
      case DIRECT_AWARD -> "Before the direct award of " + start;
      case AWARD -> time + "after the award of " + start;
      case BEFORE_ENTRY ->
          (rule.amount() == 0 ? "Before" : time + "before")
              + " the contract is entered on "
              + start;
      case ENTRY -> time + "after the contract was entered on " + start;
      case QUARTER_OF_ENTRY -> time + "after the quarter that ended on " + start;
      case END -> time + "after the last day of the contract, " + start;
      case TENDER_GIVEN_UP -> time + "after the procurement was given up on " + start;
      case PERFORMANCE_FAILURE -> time + "after the failure was established on " + start;
      case ANNIVERSARY, CHANGE, PAYMENT_QUARTER -> "";
    };
  }

  private static String counted(DutyRule rule) {
    String unit = rule.unit().inWords();
    return rule.amount() == 1 ? unit.substring(0, unit.length() - 1) : unit;
  }

  private static Duty duty(
      DutyRule rule,
      ContractFacts facts,
      @Nullable UUID about,
      String occurrence,
      @Nullable LocalDate dueOn,
      String reason) {
    return new Duty(
        rule,
        facts.id(),
        about,
        occurrence,
        dueOn,
        reason,
        rule.metByRegister() && dueOn != null ? "/v1/register/contracts/" + facts.id() : null);
  }
}
