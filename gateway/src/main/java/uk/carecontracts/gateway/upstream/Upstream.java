package uk.carecontracts.gateway.upstream;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A service: its instances in turn, passing over those that failed a moment ago. */
public final class Upstream {
  private final String name;
  private final String healthPath;
  private final List<Instance> configured;
  private final CircuitBreaker circuit;
  private final long ejectionNanos;
  private final LongSupplier nanoTime;
  private final AtomicInteger turn = new AtomicInteger();
  private volatile List<Instance> instances;

  Upstream(
      String name,
      String healthPath,
      List<Instance> instances,
      CircuitBreaker circuit,
      Duration ejection,
      LongSupplier nanoTime) {
    if (instances.isEmpty()) {
      throw new IllegalArgumentException("Upstream '" + name + "' needs at least one address");
    }
    this.name = name;
    this.healthPath = healthPath;
    this.configured = List.copyOf(instances);
    this.instances = configured;
    this.circuit = circuit;
    this.ejectionNanos = ejection.toNanos();
    this.nanoTime = nanoTime;
  }

  /** Its name in the configuration. */
  public String name() {
    return name;
  }

  /** Where it says whether it is ready. */
  public String healthPath() {
    return healthPath;
  }

  /** All its instances. */
  public List<Instance> instances() {
    return instances;
  }

  /**
   * Looks up which instances there are now; what is known of those that stay is kept.
   *
   * @param names says which addresses a name has
   */
  void lookUp(Names names) {
    List<Instance> before = instances;
    instances =
        configured.stream()
            .flatMap(instance -> names.instancesOf(instance).stream())
            .map(found -> before.stream().filter(found::isSameAs).findFirst().orElse(found))
            .toList();
  }

  /** Whether to ask it at all. */
  public CircuitBreaker circuit() {
    return circuit;
  }

  /**
   * The instance whose turn it is.
   *
   * @param avoid one that has just failed for this request; given again only when it is the only
   *     one
   */
  public Instance next(@Nullable Instance avoid) {
    long now = nanoTime.getAsLong();
    List<Instance> all = instances;
    int start = Math.floorMod(turn.getAndIncrement(), all.size());
    Instance fallback = null;
    for (int i = 0; i < all.size(); i++) {
      Instance candidate = all.get((start + i) % all.size());
      if (candidate == avoid) {
        continue;
      }
      if (!candidate.isShunned(now)) {
        return candidate;
      }
      fallback = fallback == null ? candidate : fallback;
    }
    return fallback == null ? all.get(start) : fallback;
  }

  /** The instance answered. */
  public void worked(Instance instance) {
    instance.welcome();
  }

  /** The instance failed or is stopping: pass it over for a while. */
  public void broke(Instance instance) {
    instance.shunUntil(nanoTime.getAsLong() + ejectionNanos);
  }
}
