package uk.carecontracts.monitoring.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.carecontracts.monitoring.plans.ReviewRhythm;

/** Tells plans how closely their contracts are watched. */
@ApplicationScoped
class RiskRhythm implements ReviewRhythm {
  private final RiskStore store;
  private final FactGathering gathering;
  private final WeightsStore weights;
  private final Clock clock;

  RiskRhythm(RiskStore store, FactGathering gathering, WeightsStore weights, Clock clock) {
    this.store = store;
    this.gathering = gathering;
    this.weights = weights;
    this.clock = clock;
  }

  @Override
  public Optional<RiskTier> recorded(UUID contract) {
    return store.find(contract).map(AssessedRisk::tier);
  }

  @Override
  public Optional<RiskTier> foreseen(UUID contract) {
    LocalDate today = LocalDate.now(clock);
    return gathering.gather(List.of(contract), today).stream()
        .findFirst()
        .map(
            gathered ->
                RiskAssessment.of(
                        gathered.facts(),
                        weights.holding(gathered.authority(), today),
                        gathered.override(),
                        today)
                    .tier());
  }
}
