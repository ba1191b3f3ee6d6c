package uk.carecontracts.contracts.uplift;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.carecontracts.contracts.indexes.IndexMovements;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;

/** Runs simulations. */
@ApplicationScoped
class SimulationDesk {
  private final SimulationRepository simulations;
  private final IndexMovements movements;
  private final Journal journal;
  private final Clock clock;

  SimulationDesk(
      SimulationRepository simulations, IndexMovements movements, Journal journal, Clock clock) {
    this.simulations = simulations;
    this.movements = movements;
    this.journal = journal;
    this.clock = clock;
  }

  /** Tries clauses on the authority's live contracts and keeps what came out. */
  SimulationState run(String authority, SimulationRequest request) {
    check(request);
    List<Portfolio.Live> live =
        simulations.live(authority, request.effectiveDate(), request.filter());
    Portfolio.Outcome outcome = Portfolio.run(request, live, movements.on(request.effectiveDate()));
    SimulationState state =
        new SimulationState(
            Ids.next(),
            authority,
            request.name(),
            request.effectiveDate(),
            live.size(),
            outcome.withoutValue(),
            outcome.totals(),
            0,
            clock.instant(),
            1);
    simulations.add(state, outcome.contracts());
    record(state, "uplift-simulation.run.v1", "Simulation");
    return state;
  }

  private static void check(SimulationRequest request) {
    List<String> names =
        request.clauses().stream().map(SimulationRequest.NamedClause::name).toList();
    boolean twice = names.stream().distinct().count() < names.size();
    if ((names.isEmpty() && !request.ownClauses())
        || twice
        || names.contains(SimulationRequest.OWN)) {
      throw new RuleViolation(
          "SIMULATION_INVALID",
          "Give at least one clause, each with a name of its own other than "
              + SimulationRequest.OWN
              + ", or ownClauses.",
          "/clauses");
    }
  }

  /** A run of the caller's authority, or 404. */
  SimulationState require(UUID id) {
    return simulations
        .find(id)
        .orElseThrow(() -> ProblemException.notFound("uplift simulation", id));
  }

  /** Records a run in the journal. */
  void record(SimulationState state, String type, String reason) {
    journal.append(
        new Entry(
            "uplift-simulation",
            state.id(),
            state.version(),
            type,
            state.authority(),
            state,
            Map.of("reason", reason)));
  }
}
