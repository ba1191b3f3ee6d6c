package uk.carecontracts.gateway.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.netty.util.NetUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import uk.carecontracts.gateway.GatewayConfig;
import uk.carecontracts.gateway.exchange.Identity;

/** A bucket of requests for each client, and for each address that has no valid token. */
@ApplicationScoped
class RateLimiter {
  private static final int IPV6_BYTES = 16;
  private static final int IPV6_NETWORK_BYTES = 8;

  /**
   * What is left after a request.
   *
   * @param policy name of the limit
   * @param quota requests in a window
   * @param windowSeconds length of the window
   * @param allowed whether this request may go on
   * @param remaining requests left
   * @param resetSeconds until the quota is whole again
   * @param retrySeconds until one more request is allowed
   */
  record Verdict(
      String policy,
      long quota,
      long windowSeconds,
      boolean allowed,
      long remaining,
      long resetSeconds,
      long retrySeconds) {}

  private final GatewayConfig.RateLimit config;
  private final Map<String, Bucket> buckets;

  RateLimiter(GatewayConfig config) {
    this.config = config.rateLimit();
    this.buckets = Collections.synchronizedMap(new Recent<>(this.config.remembered()));
  }

  /** Counts a request of a client with a token, otherwise of an address. */
  Verdict count(Identity identity, String address) {
    return identity instanceof Identity.Client client
        ? take("client", "client " + client.id(), config.client())
        : take("address", "address " + network(address), config.anonymous());
  }

  private Verdict take(String policy, String key, long quota) {
    Bucket bucket = buckets.computeIfAbsent(key, k -> bucket(quota, config.window()));
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return new Verdict(
        policy,
        quota,
        config.window().toSeconds(),
        probe.isConsumed(),
        probe.getRemainingTokens(),
        seconds(probe.getNanosToWaitForReset()),
        seconds(probe.getNanosToWaitForRefill()));
  }

  private static Bucket bucket(long quota, Duration window) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, window))
        .build();
  }

  private static long seconds(long nanos) {
    return Math.max(1, Duration.ofNanos(nanos).plusMillis(999).toSeconds());
  }

  /** An IPv6 subscriber has a whole /64, so that is counted as one address. */
  static String network(String address) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    return bytes != null && bytes.length == IPV6_BYTES
        ? HexFormat.of().formatHex(bytes, 0, IPV6_NETWORK_BYTES)
        : address;
  }

  /** Keeps what was used last. */
  private static final class Recent<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;
    private final int most;

    Recent(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > most;
    }
  }
}
