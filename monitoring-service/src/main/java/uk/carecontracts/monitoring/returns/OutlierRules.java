package uk.carecontracts.monitoring.returns;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a value is far enough from its contract's history to be looked at. */
@ConfigMapping(prefix = "monitoring.returns.outliers")
public interface OutlierRules {
  /**
   * {@code monitoring.returns.outliers.score}: the robust z-score from which a value is flagged
   * (Iglewicz and Hoaglin recommend 3.5).
   */
  @WithDefault("3.5")
  double score();

  /** {@code monitoring.returns.outliers.history}: fewest earlier values needed to judge one. */
  @WithDefault("4")
  int history();
}
