package uk.carecontracts.contracts.decommissioning;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.Problem.Violation;

/** What a plan must say before anybody loses a service, with the human reason. */
interface PlanPolicy {
  /** What is missing or wrong. */
  Optional<Violation> objection(PlanContent plan, PlannedContract contract);

  PlanPolicy REASON =
      (plan, contract) -> present(plan.reason(), "/reason", "Say why the service is wound down.");
  PlanPolicy PEOPLE_COUNTED =
      (plan, contract) ->
          plan.peopleAffected() != null
              ? Optional.empty()
              : no("/peopleAffected", "Say how many people use the service.");
  PlanPolicy EVERYONE_PLACED_IS_COUNTED =
      (plan, contract) ->
          Optional.ofNullable(plan.peopleAffected())
              .flatMap(counted -> notCounted(counted, contract))
              .flatMap(reason -> no("/peopleAffected", reason));
  PlanPolicy EVERYONE_HAS_AN_ALTERNATIVE =
      (plan, contract) -> {
        int affected = Objects.requireNonNullElse(plan.peopleAffected(), 0);
        return plan.peopleWithAlternative() >= affected
            ? Optional.empty()
            : no(
                "/alternatives",
                "There is an alternative for "
                    + plan.peopleWithAlternative()
                    + " of the "
                    + affected
                    + " people; nobody is left without one.");
      };
  PlanPolicy ALTERNATIVES_BEGIN_IN_TIME =
      (plan, contract) ->
          plan.alternatives().stream()
                  .map(PlanContent.Alternative::from)
                  .allMatch(from -> from == null || !isAfterNext(from, plan.lastDay()))
              ? Optional.empty()
              : no("/alternatives", "An alternative begins before the service ends, not after it.");
  PlanPolicy PEOPLE_CONSULTED =
      (plan, contract) ->
          plan.consultedFrom() != null
                  && plan.consultedTo() != null
                  && !plan.consultedTo().isBefore(plan.consultedFrom())
              ? present(
                  plan.consultationOutcome(),
                  "/consultationOutcome",
                  "Say what people and carers answered and what came of it.")
              : no("/consultedFrom", "Say from when to when people and carers were asked.");
  PlanPolicy IMPACT_CONSIDERED =
      (plan, contract) ->
          present(
              plan.impact(),
              "/impact",
              "Say what it means for people with protected characteristics.");
  PlanPolicy PEOPLE_TOLD_AFTER_CONSULTATION =
      (plan, contract) ->
          told(plan.peopleTold(), plan.consultedTo(), plan.lastDay())
              ? Optional.empty()
              : no(
                  "/peopleTold",
                  "People are told after they were consulted and before the last day.");
  PlanPolicy SUPPLIER_HAS_ITS_NOTICE =
      (plan, contract) -> {
        LocalDate told = plan.supplierTold();
        LocalDate last = plan.lastDay();
        if (told == null) {
          return no("/supplierTold", "Say when the supplier was given notice.");
        }
        int months = Objects.requireNonNullElse(contract.dates().noticeMonths(), 0);
        return last == null || !told.plusMonths(months).isAfter(last)
            ? Optional.empty()
            : no(
                "/supplierTold",
                "The contract gives its supplier "
                    + months
                    + " months' notice before "
                    + last
                    + ".");
      };
  PlanPolicy LAST_DAY =
      (plan, contract) ->
          plan.lastDay() != null
              ? Optional.empty()
              : no("/lastDay", "Say which day is the last of the service.");
  PlanPolicy SOMEBODY_ANSWERS =
      (plan, contract) ->
          present(plan.responsible(), "/responsible", "Say which office answers for the plan.");

  /** Everything a complete plan says. */
  List<PlanPolicy> ALL =
      List.of(
          REASON,
          PEOPLE_COUNTED,
          EVERYONE_PLACED_IS_COUNTED,
          EVERYONE_HAS_AN_ALTERNATIVE,
          ALTERNATIVES_BEGIN_IN_TIME,
          PEOPLE_CONSULTED,
          IMPACT_CONSIDERED,
          PEOPLE_TOLD_AFTER_CONSULTATION,
          SUPPLIER_HAS_ITS_NOTICE,
          LAST_DAY,
          SOMEBODY_ANSWERS);

  /** Everything that is missing or wrong; empty for a complete plan. */
  static List<Violation> missing(PlanContent plan, PlannedContract contract) {
    return ALL.stream().flatMap(each -> each.objection(plan, contract).stream()).toList();
  }

  /** Why a plan counts too few people: more are placed under the contract. */
  static Optional<String> notCounted(int counted, PlannedContract contract) {
    return counted >= contract.peoplePlaced()
        ? Optional.empty()
        : Optional.of(
            contract.peoplePlaced()
                + " people have an active placement under the contract; the plan counts "
                + counted
                + ".");
  }

  private static boolean told(
      @Nullable LocalDate day, @Nullable LocalDate consulted, @Nullable LocalDate last) {
    return day != null
        && (consulted == null || !day.isBefore(consulted))
        && (last == null || day.isBefore(last));
  }

  private static boolean isAfterNext(LocalDate from, @Nullable LocalDate last) {
    return last != null && from.isAfter(last.plusDays(1));
  }

  private static Optional<Violation> present(@Nullable String text, String pointer, String reason) {
    return text == null || text.isBlank() ? no(pointer, reason) : Optional.empty();
  }

  private static Optional<Violation> no(String pointer, String reason) {
    return Optional.of(new Violation(pointer, reason));
  }
}
