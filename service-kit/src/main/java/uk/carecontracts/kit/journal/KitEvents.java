package uk.carecontracts.kit.journal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a service exchanges events. */
@ConfigMapping(prefix = "kit.events")
public interface KitEvents {
  /** {@code kit.events.service}: the service's name, part of its event source and group ids. */
  String service();

  /** {@code kit.events.topic}: the topic this service publishes to. */
  String topic();

  /** {@code kit.events.partitions}: partitions of a topic that has to be created. */
  @WithDefault("3")
  int partitions();

  /** {@code kit.events.replicas}: copies of a topic that has to be created. */
  @WithDefault("1")
  short replicas();

  /** {@code kit.events.poll}: how often the relay looks without having been woken. */
  @WithDefault("500ms")
  Duration poll();

  /** {@code kit.events.batch}: most events published in one go. */
  @WithDefault("500")
  int batch();

  /** {@code kit.events.delivery-timeout}: how long the broker may take to acknowledge one. */
  @WithDefault("10s")
  Duration deliveryTimeout();

  /** {@code kit.events.instance}: name of this instance, stable over restarts. */
  @WithDefault("${HOSTNAME:local}-${quarkus.http.port}")
  String instance();

  /** {@code kit.events.enabled}: off only in tests that need no broker. */
  @WithDefault("true")
  boolean enabled();
}
