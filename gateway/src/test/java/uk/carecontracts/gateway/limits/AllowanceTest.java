package uk.carecontracts.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What one gateway does with the leases it has. Time is set by hand. */
class AllowanceTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final Policy policy = new Policy("client", 100, Duration.ofSeconds(10));
  private final Allowance allowance = new Allowance(policy, nanos::get);

  private void lease(long granted, double remaining) {
    allowance.more(() -> Future.succeededFuture(new Lease(granted, remaining)));
  }

  @Test
  void theFirstRequestHasToAsk() {
    assertThat(allowance.take()).isEmpty();
  }

  @Test
  void aLeaseIsSpentWithoutAskingAndSaysWhatIsLeftForAllGateways() {
    lease(5, 95);
    for (long left = 99; left >= 95; left--) {
      Verdict verdict = allowance.take().orElseThrow();
      assertThat(verdict.allowed()).isTrue();
      assertThat(verdict.remaining()).isEqualTo(left);
    }
    assertThat(allowance.take()).isEmpty();
  }

  @Test
  void whatWasNotSpentWithinAWindowIsNotSpentLater() {
    lease(5, 95);
    nanos.addAndGet(policy.window().toNanos());
    assertThat(allowance.take()).isEmpty();
  }

  @Test
  void anEmptyLeaseRefusesWithoutAskingUntilHalfALeaseIsRefilled() {
    lease(0, 0.5);
    Verdict verdict = allowance.take().orElseThrow();
    assertThat(verdict.allowed()).isFalse();
    assertThat(verdict.remaining()).isZero();
    // 2 of 2.5 requests are missing; 10 are refilled in a second
    assertThat(verdict.retryNanos()).isEqualTo(Duration.ofMillis(200).toNanos());
    assertThat(verdict.retrySeconds()).isEqualTo(1);
    nanos.addAndGet(Duration.ofMillis(200).toNanos());
    assertThat(allowance.take()).isEmpty();
  }

  @Test
  void manyRequestsThatWaitAskOnce() {
    AtomicInteger asked = new AtomicInteger();
    Promise<Lease> answer = Promise.promise();
    for (int i = 0; i < 10; i++) {
      allowance.more(
          () -> {
            asked.incrementAndGet();
            return answer.future();
          });
    }
    answer.complete(new Lease(5, 95));
    assertThat(asked.get()).isEqualTo(1);
    assertThat(allowance.take().orElseThrow().remaining()).isEqualTo(99);
  }

  @Test
  void afterAQuestionThatFailedTheNextRequestAsksAgain() {
    assertThat(allowance.more(() -> Future.failedFuture("away")).failed()).isTrue();
    lease(1, 0);
    assertThat(allowance.take().orElseThrow().allowed()).isTrue();
  }
}
