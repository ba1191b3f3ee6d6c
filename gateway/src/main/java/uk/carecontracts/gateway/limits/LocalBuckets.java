package uk.carecontracts.gateway.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import uk.carecontracts.gateway.GatewayConfig;

/** Counts for this gateway alone: where there is no database, and while it is away. */
@ApplicationScoped
class LocalBuckets {
  private final Map<String, Bucket> buckets;

  LocalBuckets(GatewayConfig config) {
    this.buckets = Recent.atMost(config.rateLimit().remembered());
  }

  Verdict take(String name, Policy policy) {
    ConsumptionProbe probe =
        buckets.computeIfAbsent(name, n -> bucket(policy)).tryConsumeAndReturnRemaining(1);
    return new Verdict(
        policy,
        probe.isConsumed(),
        probe.getRemainingTokens(),
        probe.getNanosToWaitForReset(),
        probe.getNanosToWaitForRefill());
  }

  private static Bucket bucket(Policy policy) {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(policy.quota()).refillGreedy(policy.quota(), policy.window()))
        .build();
  }
}
