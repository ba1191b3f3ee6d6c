package uk.carecontracts.kit.webhooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How events are delivered to subscribers' addresses. */
@ConfigMapping(prefix = "kit.webhooks")
public interface WebhookConfig {
  /** {@code kit.webhooks.enabled}: whether this instance delivers. */
  @WithDefault("true")
  boolean enabled();

  /**
   * {@code kit.webhooks.allowed-networks}: networks (CIDR) inside which addresses may be called
   * although they are not public, also over plain HTTP. None unless the operator names them.
   */
  Optional<List<String>> allowedNetworks();

  /** {@code kit.webhooks.timeout}: how long a subscriber may take to answer. */
  @WithDefault("10s")
  Duration timeout();

  /**
   * {@code kit.webhooks.pauses}: how long to wait before each further attempt. The default gives up
   * after 13 hours and 52 minutes.
   */
  @WithDefault("5s,30s,2m,5m,15m,30m,1h,2h,4h,6h")
  List<Duration> pauses();

  /** {@code kit.webhooks.parallel}: most deliveries an instance has on the way at once. */
  @WithDefault("8")
  int parallel();

  /** {@code kit.webhooks.poll}: how often to look for due deliveries without news. */
  @WithDefault("1s")
  Duration poll();

  /** {@code kit.webhooks.secret-overlap}: how long a rotated secret still signs beside the new. */
  @WithDefault("24h")
  Duration secretOverlap();

  /** {@code kit.webhooks.keep}: how long delivered ones stay readable. */
  @WithDefault("30d")
  Duration keep();

  /** {@code kit.webhooks.per-authority}: most subscriptions an authority may have. */
  @WithDefault("50")
  int perAuthority();
}
