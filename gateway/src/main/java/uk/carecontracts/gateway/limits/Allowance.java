package uk.carecontracts.gateway.limits;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What this gateway may still let through for one client before it has to ask for more. */
final class Allowance {
  private final Policy policy;
  private final LongSupplier clock;
  private long held;
  private double elsewhere;
  private long leasedAt;
  private boolean closed;
  private long closedUntil;
  private @Nullable Future<Lease> asking;

  /** An allowance of nothing, so that the first request asks. */
  Allowance(Policy policy, LongSupplier nanoClock) {
    this.policy = policy;
    this.clock = nanoClock;
  }

  /** Lets a request through or refuses it; empty when a lease is needed to know. */
  synchronized Optional<Verdict> take() {
    long now = clock.getAsLong();
    if (held > 0 && now - leasedAt < policy.window().toNanos()) {
      held--;
      return Optional.of(verdict(true, 0));
    }
    held = 0;
    return closed && now - closedUntil < 0
        ? Optional.of(verdict(false, closedUntil - now))
        : Optional.empty();
  }

  private Verdict verdict(boolean allowed, long retryNanos) {
    double left = allowed ? held + elsewhere : elsewhere;
    return new Verdict(
        policy,
        allowed,
        allowed ? (long) left : 0,
        policy.nanosFor(policy.quota() - left),
        retryNanos);
  }

  /** Asks for a lease, once for all requests that wait for it. */
  synchronized Future<Lease> more(Supplier<Future<Lease>> ask) {
    if (asking != null) {
      return asking;
    }
    Future<Lease> answer = ask.get().onComplete(done -> settle(done.result()));
    if (!answer.isComplete()) {
      asking = answer;
    }
    return answer;
  }

  private synchronized void settle(@Nullable Lease lease) {
    asking = null;
    if (lease == null) {
      return;
    }
    long now = clock.getAsLong();
    elsewhere = lease.remaining();
    closed = lease.granted() == 0;
    if (closed) {
      // Half a lease is worth the question; asking for each single request would not be.
      double worthAsking = Math.max(1, policy.lease() / 2.0);
      closedUntil = now + policy.nanosFor(worthAsking - lease.remaining());
    } else {
      held += lease.granted();
      leasedAt = now;
    }
  }
}
