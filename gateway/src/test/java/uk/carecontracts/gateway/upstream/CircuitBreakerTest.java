package uk.carecontracts.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
  private long now;
  private final CircuitBreaker circuit = new CircuitBreaker(3, Duration.ofSeconds(5), () -> now);

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(circuit.tryAcquire()).isTrue();
      circuit.failed();
    }
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  @Test
  void failuresInARowOpenIt() {
    fail(3);
    assertThat(circuit.tryAcquire()).isFalse();
    assertThat(circuit.isOpen()).isTrue();
    assertThat(circuit.retryAfterSeconds()).isEqualTo(5);
  }

  @Test
  void aSuccessStartsTheCountAgain() {
    fail(2);
    circuit.succeeded();
    fail(2);
    assertThat(circuit.isOpen()).isFalse();
  }

  @Test
  void afterAWhileOneRequestMayTryAndCloseIt() {
    fail(3);
    pass(Duration.ofSeconds(5));
    assertThat(circuit.tryAcquire()).isTrue();
    assertThat(circuit.tryAcquire()).isFalse();
    circuit.succeeded();
    assertThat(circuit.tryAcquire()).isTrue();
  }

  @Test
  void aFailedTryOpensItAgain() {
    fail(3);
    pass(Duration.ofSeconds(6));
    fail(1);
    assertThat(circuit.tryAcquire()).isFalse();
  }

  @Test
  void aTryThatProvesNothingMakesRoomForAnother() {
    fail(3);
    pass(Duration.ofSeconds(6));
    assertThat(circuit.tryAcquire()).isTrue();
    circuit.abandoned();
    assertThat(circuit.tryAcquire()).isTrue();
  }
}
