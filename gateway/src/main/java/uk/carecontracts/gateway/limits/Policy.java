package uk.carecontracts.gateway.limits;

import java.time.Duration;

/**
 * How much may be asked.
 *
 * @param name what it is called in RateLimit-Policy: {@code client}, {@code address} or a scope
 * @param quota requests in a window, at least one
 * @param window the time over which they are counted
 */
public record Policy(String name, long quota, Duration window) {
  /** One gateway leases this part of a quota at a time. */
  private static final long LEASES_IN_A_QUOTA = 20;

  /** Checks that somebody may ask at all. */
  public Policy {
    if (quota < 1 || window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException(
          "The rate limit '%s' allows nothing: %d in %s".formatted(name, quota, window));
    }
  }

  /** Requests that a gateway leases at a time: the most it can hold that others do not know of. */
  long lease() {
    return Math.max(1, quota / LEASES_IN_A_QUOTA);
  }

  /** Nanoseconds until this many requests are refilled. */
  long nanosFor(double requests) {
    return (long) Math.max(0, requests * window.toNanos() / quota);
  }
}
