package uk.carecontracts.contracts.performance;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.Ending;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/** What must hold before a supplier is said to have failed, with its human reason. */
interface FailurePolicy {
  /** The reasons why it is no such failure; none when it is. */
  Stream<Violation> objections(Recording recording);

  /**
   * A failure about to be recorded.
   *
   * @param answerable who may have failed
   */
  record Recording(
      Contract contract, FailureFacts facts, List<FailureSupplier> answerable, LocalDate today) {}

  FailurePolicy CONTRACT_ENTERED =
      it ->
          entered(it.contract())
              ? Stream.empty()
              : no(
                  null,
                  "Nobody fails under a contract that is not entered; this one is "
                      + it.contract().status()
                      + ".");
  FailurePolicy BY_ITS_SUPPLIERS =
      it -> {
        Set<UUID> known =
            it.answerable().stream().map(FailureSupplier::partyId).collect(Collectors.toSet());
        return each(
            it.facts().suppliers(),
            (index, id) ->
                known.contains(id)
                    ? Stream.empty()
                    : no(
                        "/suppliers/" + index,
                        "No supplier that answers for the contract is " + id));
      };
  FailurePolicy SOMEBODY_FAILED =
      it ->
          it.answerable().isEmpty()
              ? no("/suppliers", "The contract has no supplier that answers for it.")
              : Stream.empty();
  FailurePolicy ITS_DAYS_HAVE_COME =
      it -> {
        FailureFacts facts = it.facts();
        LocalDate to = facts.to();
        return Stream.of(
                notAfter("/from", facts.from(), it.today()),
                notAfter("/to", to, it.today()),
                notAfter("/failedOn", facts.failedOn(), it.today()),
                to != null && to.isBefore(facts.from())
                    ? no("/to", "It cannot end before it began on " + facts.from() + ".")
                    : Stream.<Violation>empty())
            .flatMap(found -> found);
      };
  FailurePolicy BREACH_HAD_AN_OUTCOME =
      it ->
          it.facts().kind() == FailureKind.BREACH && it.facts().outcomes().isEmpty()
              ? no(
                  "/outcomes",
                  "A breach is told of once it led to termination, damages or a settlement"
                      + " (s.71(3)); until then it is a concern.")
              : Stream.empty();
  FailurePolicy COULD_IMPROVE_FIRST =
      it -> {
        LocalDate failed = it.facts().failedOn();
        if (it.facts().kind() != FailureKind.NOT_IMPROVED) {
          return Stream.empty();
        }
        if (failed == null) {
          return no("/failedOn", "Say when it was found that the supplier had not improved.");
        }
        boolean could =
            it.facts().warnings().stream()
                .anyMatch(each -> each.improveBy() != null && !each.improveBy().isAfter(failed));
        return could
            ? Stream.empty()
            : no(
                "/warnings",
                "Before "
                    + failed
                    + " no opportunity to improve had run out (s.71(4)(b)): one needs its improveBy.");
      };
  FailurePolicy WARNED_IN_TIME =
      it ->
          each(
              it.facts().warnings(),
              (index, warning) ->
                  warning.improveBy() != null && warning.improveBy().isBefore(warning.on())
                      ? no(
                          "/warnings/" + index + "/improveBy",
                          "Nobody improves before being told on " + warning.on() + ".")
                      : notAfter("/warnings/" + index + "/on", warning.on(), it.today()));
  FailurePolicy OUTCOMES_HAPPENED =
      it ->
          each(
              it.facts().outcomes(),
              (index, outcome) ->
                  outcome.on().isBefore(it.facts().from())
                      ? no(
                          "/outcomes/" + index + "/on",
                          "Nothing comes of a failure before it began on "
                              + it.facts().from()
                              + ".")
                      : notAfter("/outcomes/" + index + "/on", outcome.on(), it.today()));
  FailurePolicy TERMINATION_IS_IN_THE_REGISTER =
      it -> {
        Ending ending = it.contract().state().ending();
        return each(
            it.facts().outcomes(),
            (index, outcome) ->
                outcome.kind() != OutcomeKind.TERMINATION
                        || (ending != null && ending.date().equals(outcome.on()))
                    ? Stream.empty()
                    : no(
                        "/outcomes/" + index,
                        ending == null
                            ? "The contract has not ended; terminate it first."
                            : "The last day of the contract is " + ending.date() + "."));
      };
  FailurePolicy MONEY_HAS_ITS_BASIS =
      it -> each(it.facts().outcomes(), (index, outcome) -> money("/outcomes/" + index, outcome));

  /** Everything a failure must meet. */
  List<FailurePolicy> ALL =
      List.of(
          CONTRACT_ENTERED,
          SOMEBODY_FAILED,
          BY_ITS_SUPPLIERS,
          ITS_DAYS_HAVE_COME,
          BREACH_HAD_AN_OUTCOME,
          COULD_IMPROVE_FIRST,
          WARNED_IN_TIME,
          OUTCOMES_HAPPENED,
          TERMINATION_IS_IN_THE_REGISTER,
          MONEY_HAS_ITS_BASIS);

  /** Refuses with every reason at once. */
  static void check(Recording recording) {
    List<Violation> objections =
        ALL.stream().flatMap(policy -> policy.objections(recording)).toList();
    if (!objections.isEmpty()) {
      throw new RuleViolation("PERFORMANCE_FAILURE_UNFOUNDED", objections);
    }
  }

  private static boolean entered(Contract contract) {
    ContractStatus status = contract.status();
    return status == ContractStatus.AWARDED
        ? contract.terms().dates().signature() != null
        : status.compareTo(ContractStatus.ACTIVE) >= 0 && status != ContractStatus.CANCELLED;
  }

  private static Stream<Violation> money(String pointer, FailureOutcome outcome) {
    boolean stated = outcome.amount() != null;
    PenaltyBasis basis = outcome.basis();
    return switch (outcome.kind()) {
      case TERMINATION, PARTIAL_TERMINATION ->
          stated || basis != null
              ? no(pointer + "/amount", "Money is an outcome of its own: DAMAGES or SETTLEMENT.")
              : Stream.empty();
      case DAMAGES ->
          stated && (basis == PenaltyBasis.CONTRACTED || basis == PenaltyBasis.IMPOSED)
              ? Stream.empty()
              : no(
                  pointer + "/basis",
                  "Damages have an amount, and are CONTRACTED, or IMPOSED by a court or tribunal.");
      case SETTLEMENT ->
          (stated ? basis == PenaltyBasis.NEGOTIATED : basis == null)
              ? Stream.empty()
              : no(pointer + "/basis", "What is paid under a settlement is NEGOTIATED.");
    };
  }

  private static <T> Stream<Violation> each(
      List<T> list, BiFunction<Integer, T, Stream<Violation>> rule) {
    return IntStream.range(0, list.size())
        .boxed()
        .flatMap(index -> rule.apply(index, list.get(index)));
  }

  private static Stream<Violation> notAfter(
      String pointer, @Nullable LocalDate day, LocalDate today) {
    return day != null && day.isAfter(today)
        ? no(pointer, "It is recorded once its day, " + day + ", has come.")
        : Stream.empty();
  }

  private static Stream<Violation> no(@Nullable String pointer, String reason) {
    return Stream.of(new Violation(pointer, reason));
  }
}
