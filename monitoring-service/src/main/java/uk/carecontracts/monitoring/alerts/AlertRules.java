package uk.carecontracts.monitoring.alerts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When an alert is raised and how long a cause must stay away. */
@ConfigMapping(prefix = "monitoring.alerts")
public interface AlertRules {
  /** {@code monitoring.alerts.settle}: how long a cause must be gone before its alert resolves. */
  @WithDefault("P7D")
  Duration settle();

  /** {@code monitoring.alerts.expiry-days}: days before the end of a contract. */
  @WithDefault("180")
  int expiryDays();

  /** {@code monitoring.alerts.expiry-serious-days}: days from which the end is urgent. */
  @WithDefault("60")
  int expirySeriousDays();

  /** {@code monitoring.alerts.missed-percent}: share of visits that may be missed in a month. */
  @WithDefault("1")
  double missedPercent();

  /** {@code monitoring.alerts.missed-serious-percent}: share from which it is urgent. */
  @WithDefault("3")
  double missedSeriousPercent();

  /** {@code monitoring.alerts.missed-visits}: fewest visits of a month for a share to mean much. */
  @WithDefault("20")
  int missedVisits();

  /** {@code monitoring.alerts.points-fall}: fall of points after a change that is looked at. */
  @WithDefault("10")
  int pointsFall();

  /** {@code monitoring.alerts.rating-days}: days a lowered rating stays a reason. */
  @WithDefault("365")
  int ratingDays();

  /** {@code monitoring.alerts.action-serious-days}: days late from which it is urgent. */
  @WithDefault("14")
  int actionSeriousDays();

  /** {@code monitoring.alerts.re-audit-serious-days}: days late from which it is urgent. */
  @WithDefault("28")
  int reAuditSeriousDays();
}
