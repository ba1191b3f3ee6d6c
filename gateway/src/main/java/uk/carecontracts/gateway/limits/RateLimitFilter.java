package uk.carecontracts.gateway.limits;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import uk.carecontracts.gateway.GatewayConfig;
import uk.carecontracts.gateway.exchange.Exchange;
import uk.carecontracts.gateway.exchange.FilterOrder;
import uk.carecontracts.gateway.limits.RateLimiter.Verdict;
import uk.carecontracts.gateway.problem.ProblemCode;
import uk.carecontracts.gateway.problem.Problems;
import uk.carecontracts.gateway.routing.PathPattern;

/**
 * Counts every request and says on every answer how much is left, in the fields of the IETF draft
 * draft-ietf-httpapi-ratelimit-headers.
 */
@ApplicationScoped
class RateLimitFilter {
  private final RateLimiter limiter;
  private final Problems problems;
  private final boolean enabled;
  private final List<PathPattern> exempt;

  RateLimitFilter(RateLimiter limiter, Problems problems, GatewayConfig config) {
    this.limiter = limiter;
    this.problems = problems;
    this.enabled = config.rateLimit().enabled();
    this.exempt = config.rateLimit().exemptPaths().stream().map(PathPattern::of).toList();
  }

  void register(@Observes Filters filters) {
    if (enabled) {
      filters.register(this::count, FilterOrder.COUNT);
    }
  }

  private void count(RoutingContext rc) {
    String path = rc.normalizedPath();
    if (exempt.stream().anyMatch(p -> p.matches(path))) {
      rc.next();
      return;
    }
    Verdict verdict =
        limiter.count(
            Exchange.of(rc).identity(), String.valueOf(rc.request().remoteAddress().hostAddress()));
    tell(rc, verdict);
    if (verdict.allowed()) {
      rc.next();
    } else {
      problems.answer(
          rc,
          ProblemCode.TOO_MANY_REQUESTS,
          "More than %d requests in %d seconds. Wait for the time in Retry-After and slow down."
              .formatted(verdict.quota(), verdict.windowSeconds()),
          Map.of("Retry-After", String.valueOf(verdict.retrySeconds())));
    }
  }

  private static void tell(RoutingContext rc, Verdict v) {
    rc.response()
        .putHeader(
            "RateLimit-Policy",
            "\"%s\";q=%d;w=%d".formatted(v.policy(), v.quota(), v.windowSeconds()))
        .putHeader(
            "RateLimit", "\"%s\";r=%d;t=%d".formatted(v.policy(), v.remaining(), v.resetSeconds()));
  }
}
