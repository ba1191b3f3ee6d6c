package uk.carecontracts.monitoring.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The latest assessments of risk, for other features of this service. */
@ApplicationScoped
public class Risks {
  private final RiskStore store;

  Risks(RiskStore store) {
    this.store = store;
  }

  /** The latest assessment of a contract, if it was assessed and the caller may see it. */
  public Optional<AssessedRisk> of(UUID contract) {
    return store.find(contract);
  }
}
