package uk.carecontracts.gateway.limits;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import uk.carecontracts.gateway.GatewayConfig;
import uk.carecontracts.gateway.exchange.Exchange;
import uk.carecontracts.gateway.exchange.FilterOrder;
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
    Future<Verdict> verdict =
        limiter.count(
            Exchange.of(rc).identity(), String.valueOf(rc.request().remoteAddress().hostAddress()));
    if (verdict.isComplete()) {
      settle(rc, verdict);
    } else {
      Context context = rc.vertx().getOrCreateContext();
      verdict.onComplete(done -> context.runOnContext(back -> settle(rc, done)));
    }
  }

  private void settle(RoutingContext rc, AsyncResult<Verdict> counted) {
    if (counted.failed()) {
      rc.fail(counted.cause());
      return;
    }
    Verdict verdict = counted.result();
    tell(rc, verdict);
    if (verdict.allowed()) {
      rc.next();
    } else {
      problems.answer(
          rc,
          ProblemCode.TOO_MANY_REQUESTS,
          "More than %d requests in %d seconds. Wait for the time in Retry-After and slow down."
              .formatted(verdict.policy().quota(), verdict.policy().window().toSeconds()),
          Map.of("Retry-After", String.valueOf(verdict.retrySeconds())));
    }
  }

  private static void tell(RoutingContext rc, Verdict verdict) {
    Policy policy = verdict.policy();
    rc.response()
        .putHeader(
            "RateLimit-Policy",
            "\"%s\";q=%d;w=%d"
                .formatted(policy.name(), policy.quota(), policy.window().toSeconds()))
        .putHeader(
            "RateLimit",
            "\"%s\";r=%d;t=%d"
                .formatted(policy.name(), verdict.remaining(), verdict.resetSeconds()));
  }
}
