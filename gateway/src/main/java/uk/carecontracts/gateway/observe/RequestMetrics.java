package uk.carecontracts.gateway.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import uk.carecontracts.gateway.exchange.Exchange;

/** Count and latency by service and outcome; never by path, of which there are too many. */
@ApplicationScoped
class RequestMetrics {
  private static final Duration[] BUCKETS =
      LongStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;

  RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void record(Exchange exchange, int status) {
    Timer.builder("gateway.requests")
        .description("Requests and how long they took, by service and outcome")
        .tag("upstream", exchange.upstream())
        .tag("outcome", outcome(exchange, status))
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(exchange.nanos(), TimeUnit.NANOSECONDS);
  }

  private static String outcome(Exchange exchange, int status) {
    return exchange
        .problem()
        .map(code -> code.toLowerCase(Locale.ROOT))
        .orElseGet(() -> family(status));
  }

  private static String family(int status) {
    return switch (status / 100) {
      case 1, 2, 3 -> "success";
      case 4 -> status == BeginFilter.CLIENT_GONE ? "client_gone" : "client_error";
      default -> "server_error";
    };
  }
}
