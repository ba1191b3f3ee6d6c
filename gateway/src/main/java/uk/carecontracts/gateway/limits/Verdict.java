package uk.carecontracts.gateway.limits;

import java.time.Duration;

/**
 * What is left after a request.
 *
 * @param policy the limit
 * @param allowed whether this request may go on
 * @param remaining requests left
 * @param resetNanos until the quota is whole again
 * @param retryNanos until one more request is allowed
 */
record Verdict(Policy policy, boolean allowed, long remaining, long resetNanos, long retryNanos) {

  /** Whole seconds until the quota is whole again, at least one. */
  long resetSeconds() {
    return seconds(resetNanos);
  }

  /** Whole seconds until it is worth asking again, at least one. */
  long retrySeconds() {
    return seconds(retryNanos);
  }

  private static long seconds(long nanos) {
    return Math.max(1, Duration.ofNanos(nanos).plusMillis(999).toSeconds());
  }
}
