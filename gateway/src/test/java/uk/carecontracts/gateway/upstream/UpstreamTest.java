package uk.carecontracts.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamTest {
  private long now;
  private final Instance a = Instance.of(URI.create("http://a:1"));
  private final Instance b = Instance.of(URI.create("http://b:2"));
  private final Upstream upstream =
      new Upstream(
          "pair",
          "/ready",
          List.of(a, b),
          new CircuitBreaker(10, Duration.ofSeconds(1), () -> now),
          Duration.ofSeconds(5),
          () -> now);

  @Test
  void instancesTakeTurns() {
    assertThat(List.of(upstream.next(null), upstream.next(null), upstream.next(null)))
        .containsExactly(a, b, a);
  }

  @Test
  void anInstanceThatFailedIsPassedOverForAWhile() {
    upstream.broke(a);
    assertThat(List.of(upstream.next(null), upstream.next(null))).containsExactly(b, b);
    now += Duration.ofSeconds(6).toNanos();
    assertThat(List.of(upstream.next(null), upstream.next(null))).containsExactly(a, b);
  }

  @Test
  void whenAllFailedTheyAreAskedNevertheless() {
    upstream.broke(a);
    upstream.broke(b);
    assertThat(upstream.next(null)).isIn(a, b);
  }

  @Test
  void theInstanceThatHasJustFailedIsAvoided() {
    assertThat(List.of(upstream.next(a), upstream.next(a))).containsExactly(b, b);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8081", "ftp://a", "http://a/path", "http:///x"})
  void anAddressThatCannotWorkIsRefused(String address) {
    assertThatIllegalArgumentException().isThrownBy(() -> Instance.of(URI.create(address)));
  }
}
