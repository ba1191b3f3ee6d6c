package uk.carecontracts.monitoring.plans;

import java.util.Optional;
import java.util.UUID;
import uk.carecontracts.monitoring.risk.RiskTier;

/** How closely a contract is to be watched, which sets how often its plan asks for returns. */
public interface ReviewRhythm {
  /** The tier that is recorded for a contract. */
  Optional<RiskTier> recorded(UUID contract);

  /** The tier a contract would have if it were assessed now, for a plan that is just opened. */
  Optional<RiskTier> foreseen(UUID contract);
}
