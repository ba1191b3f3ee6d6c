package uk.carecontracts.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uk.carecontracts.gateway.GatewayConfig;
import uk.carecontracts.gateway.Services;
import uk.carecontracts.testkit.Infrastructure;

/** Two gateways, each with what it keeps in memory, over one real database. */
@QuarkusTest
@WithTestResource(
    value = Infrastructure.class,
    initArgs = {
      @ResourceArg(name = "kafka", value = "false"),
      @ResourceArg(name = "database", value = "gateway")
    })
@WithTestResource(Services.class)
class SharedBucketsTest {
  /** A window so long that nothing worth counting is refilled while the test runs. */
  private static final Policy POLICY = new Policy("client", 200, Duration.ofDays(100));

  @Inject LeaseStore store;
  @Inject GatewayConfig config;
  @Inject Vertx vertx;

  private SharedBuckets gateway() {
    return new SharedBuckets(store, config, new SimpleMeterRegistry(), vertx);
  }

  @Test
  void twoGatewaysTogetherLetThroughWhatOneWould() {
    String name = "client " + UUID.randomUUID();
    List<SharedBuckets> gateways = List.of(gateway(), gateway());
    List<Future<Verdict>> asked = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      asked.add(gateways.get(i % 2).take(name, POLICY));
    }
    assertThat(allowed(asked)).isEqualTo(200);
  }

  @Test
  void whatOneGatewaySpentTheOtherSeesInItsAnswer() {
    String name = "client " + UUID.randomUUID();
    SharedBuckets one = gateway();
    for (int i = 0; i < 100; i++) {
      result(one.take(name, POLICY));
    }
    assertThat(result(gateway().take(name, POLICY)).remaining()).isEqualTo(99);
  }

  @Test
  void aGatewayThatEndsCostsTheClientAtMostItsLease() {
    String name = "client " + UUID.randomUUID();
    result(gateway().take(name, POLICY));
    SharedBuckets other = gateway();
    List<Future<Verdict>> asked = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      asked.add(other.take(name, POLICY));
    }
    assertThat(allowed(asked)).isEqualTo(200 - POLICY.lease());
  }

  private static long allowed(List<Future<Verdict>> asked) {
    return asked.stream().map(SharedBucketsTest::result).filter(Verdict::allowed).count();
  }

  private static Verdict result(Future<Verdict> asked) {
    try {
      return asked.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
