package uk.carecontracts.monitoring.plans;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How new plans ask for returns. */
@ConfigMapping(prefix = "monitoring.plans")
public interface PlanRules {
  /** {@code monitoring.plans.frequency-months}: months of a period. */
  @WithDefault("3")
  int frequencyMonths();

  /** {@code monitoring.plans.days-to-hand-in}: days from the end of a period to its due day. */
  @WithDefault("20")
  int daysToHandIn();

  /** {@code monitoring.plans.horizon-years}: years planned for a contract without an end. */
  @WithDefault("5")
  int horizonYears();
}
