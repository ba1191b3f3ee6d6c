package uk.carecontracts.contracts.uplift;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.VariationReason;
import uk.carecontracts.contracts.variations.VariationProposals;
import uk.carecontracts.contracts.variations.VariationRequest;
import uk.carecontracts.contracts.variations.VariationStatus;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;

/** Makes PRICE variations of simulated uplifts; a contract is uplifted once for one day. */
@ApplicationScoped
class ApprovalDesk {
  private static final BigDecimal YEAR = BigDecimal.valueOf(365);

  private final SimulationRepository simulations;
  private final SimulationDesk desk;
  private final ContractRegister register;
  private final VariationProposals variations;
  private final ObjectMapper json;

  ApprovalDesk(
      SimulationRepository simulations,
      SimulationDesk desk,
      ContractRegister register,
      VariationProposals variations,
      ObjectMapper json) {
    this.simulations = simulations;
    this.desk = desk;
    this.register = register;
    this.variations = variations;
    this.json = json;
  }

  /** Proposes a PRICE variation on each contract, and says what became of each. */
  List<Approval> approve(UUID id, String clause, List<UUID> contracts, LongConsumer check) {
    SimulationState run = desk.require(id);
    check.accept(run.version());
    if (run.totals().stream().noneMatch(total -> total.clause().equals(clause))) {
      throw new RuleViolation(
          "CLAUSE_UNKNOWN", "The simulation has no clause '" + clause + "'.", "/clause");
    }
    List<Approval> approvals =
        simulations.results(id, contracts).stream()
            .map(exposure -> approve(run, clause, exposure))
            .toList();
    int proposed =
        (int) approvals.stream().filter(a -> a.outcome() == Approval.Outcome.PROPOSED).count();
    if (proposed > 0) {
      SimulationState next = run.approving(proposed);
      if (!simulations.replace(next)) {
        throw ProblemException.conflict(
            "APPROVAL_RUNNING", "Someone approves the same simulation now; read it again.");
      }
      desk.record(next, "uplift-simulation.approved.v1", proposed + " uplifts under " + clause);
    }
    return approvals;
  }

  private Approval approve(SimulationState run, String clause, ContractExposure exposure) {
    Optional<ContractExposure.Result> result =
        exposure.results().stream().filter(each -> each.clause().equals(clause)).findFirst();
    if (result.isEmpty()) {
      return Approval.refused(exposure, "The contract has no clause of its own.");
    }
    UUID contract = exposure.contractId();
    LocalDate day = run.effectiveDate();
    Optional<UUID> earlier = simulations.variation(contract, day);
    if (earlier.isPresent() && !wasDropped(earlier.get())) {
      return new Approval(
          contract,
          exposure.reference(),
          Approval.Outcome.ALREADY_UPLIFTED,
          earlier.get(),
          null,
          null);
    }
    earlier.ifPresent(dropped -> simulations.release(contract, day));
    if (!simulations.claim(run, contract, day, clause)) {
      return new Approval(
          contract, exposure.reference(), Approval.Outcome.ALREADY_UPLIFTED, null, null, null);
    }
    try {
      UUID variation = propose(run, clause, exposure, result.get());
      simulations.carriedBy(contract, day, variation, result.get().percent());
      return new Approval(
          contract,
          exposure.reference(),
          Approval.Outcome.PROPOSED,
          variation,
          result.get().newAnnualValue(),
          null);
    } catch (RuleViolation e) {
      simulations.release(contract, day);
      return Approval.refused(exposure, String.valueOf(e.getMessage()));
    }
  }

  private boolean wasDropped(UUID variation) {
    return variations
        .status(variation)
        .filter(s -> s == VariationStatus.WITHDRAWN || s == VariationStatus.REFUSED)
        .isPresent();
  }

  private UUID propose(
      SimulationState run,
      String clause,
      ContractExposure exposure,
      ContractExposure.Result result) {
    ContractState contract = register.require(exposure.contractId()).state();
    BigDecimal held = base(contract);
    boolean moved = held == null || held.compareTo(exposure.annualValue().amount()) != 0;
    if (contract.status() != ContractStatus.ACTIVE || moved) {
      throw new RuleViolation(
          "SIMULATION_STALE",
          "The contract is "
              + contract.status()
              + " and worth "
              + (held == null ? "nothing stated" : "£" + held.toPlainString())
              + " a year; the simulation was run on £"
              + exposure.annualValue().amount().toPlainString()
              + ". Run it again.");
    }
    return variations
        .propose(
            contract.id(),
            new VariationRequest(
                VariationReason.PRICE,
                "Uplift of "
                    + result.upliftPercent()
                    + " % by clause '"
                    + clause
                    + "' of simulation '"
                    + run.name()
                    + "' ("
                    + run.id()
                    + ")",
                run.effectiveDate(),
                change(contract, run.effectiveDate(), result)))
        .id();
  }

  /** The yearly value as a simulation would find it now. */
  private static @Nullable BigDecimal base(ContractState contract) {
    return new Portfolio.Live(
            contract.id(),
            contract.reference(),
            contract.title(),
            contract.serviceType(),
            amount(contract.values().total()),
            amount(contract.values().annual()),
            contract.dates().start(),
            contract.dates().end(),
            null)
        .base();
  }

  private static @Nullable BigDecimal amount(@Nullable Money money) {
    return money == null ? null : money.amount();
  }

  /**
   * The new annual value where one is stated; the total grows by the increase until the last day.
   */
  private ObjectNode change(
      ContractState contract, LocalDate from, ContractExposure.Result result) {
    ObjectNode values = json.createObjectNode();
    if (contract.values().annual() != null) {
      values.set("annual", json.valueToTree(result.newAnnualValue()));
    }
    Money total = contract.values().total();
    LocalDate end = contract.dates().end();
    if (total != null && end != null && !end.isBefore(from)) {
      LocalDate start = contract.dates().start();
      LocalDate first = start != null && start.isAfter(from) ? start : from;
      BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(first, end) + 1);
      BigDecimal more =
          result.increase().amount().multiply(days).divide(YEAR, 2, RoundingMode.HALF_UP);
      values.set("total", json.valueToTree(Money.gbp(total.amount().add(more))));
    }
    ObjectNode change = json.createObjectNode();
    change.set("values", values);
    return change;
  }
}
