package uk.carecontracts.gateway.usage;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import uk.carecontracts.gateway.exchange.Exchange;
import uk.carecontracts.gateway.exchange.Identity;
import uk.carecontracts.gateway.limits.Policies;
import uk.carecontracts.gateway.limits.Policy;
import uk.carecontracts.gateway.problem.ProblemCode;
import uk.carecontracts.gateway.problem.Problems;

/** {@code GET /v1/usage}: a client reads what it asked, day by day. */
@ApplicationScoped
class UsagePage {
  private static final Logger LOG = Logger.getLogger(UsagePage.class);

  private final UsageCounters counters;
  private final UsageStore store;
  private final Policies policies;
  private final Problems problems;

  UsagePage(UsageCounters counters, UsageStore store, Policies policies, Problems problems) {
    this.counters = counters;
    this.store = store;
    this.policies = policies;
    this.problems = problems;
  }

  void register(@Observes Router router) {
    router.route("/v1/usage").handler(this::answer);
  }

  private void answer(RoutingContext rc) {
    HttpMethod method = rc.request().method();
    if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
      problems.answer(
          rc,
          ProblemCode.METHOD_NOT_ALLOWED,
          "Usage can only be read: use GET.",
          Map.of("Allow", "GET, HEAD"));
    } else if (Exchange.of(rc).identity() instanceof Identity.Client client) {
      read(rc, client);
    } else {
      rc.fail(new IllegalStateException("Usage is asked for by nobody"));
    }
  }

  private void read(RoutingContext rc, Identity.Client client) {
    UsagePeriod period;
    try {
      period = UsagePeriod.of(rc.queryParams(), counters.today());
    } catch (UsagePeriod.Unusable e) {
      problems.answer(rc, ProblemCode.INVALID_REQUEST, e.getMessage());
      return;
    }
    figures(client.id(), period)
        .onSuccess(figures -> show(rc, client, period, figures))
        .onFailure(
            failure -> {
              LOG.warnf("Usage cannot be read: %s", failure.toString());
              problems.answer(
                  rc,
                  ProblemCode.UNAVAILABLE,
                  "The figures cannot be read at the moment. They are kept; try again shortly.",
                  Map.of("Retry-After", "5"));
            });
  }

  /** What all gateways have written, and what this one has not written yet. */
  private Future<Map<Subject, Tally>> figures(String client, UsagePeriod period) {
    if (!store.isConfigured()) {
      return Future.succeededFuture(unwritten(client, period));
    }
    return counters
        .write()
        .compose(written -> store.read(client, period.from(), period.to()))
        .map(
            found -> {
              Map<Subject, Tally> all = new HashMap<>(found);
              unwritten(client, period).forEach((s, tally) -> all.merge(s, tally, Tally::plus));
              return all;
            });
  }

  private Map<Subject, Tally> unwritten(String client, UsagePeriod period) {
    return counters.unwritten(s -> s.client().equals(client) && period.covers(s.day()));
  }

  private void show(
      RoutingContext rc, Identity.Client client, UsagePeriod period, Map<Subject, Tally> figures) {
    Policy policy = policies.of(client);
    JsonObject body =
        new JsonObject()
            .put("client", client.id())
            .put("from", period.from().toString())
            .put("to", period.to().toString())
            .put(
                "quota",
                new JsonObject()
                    .put("policy", policy.name())
                    .put("requests", policy.quota())
                    .put("windowSeconds", policy.window().toSeconds()))
            .put("days", days(figures));
    rc.response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(body.toBuffer())
        .onFailure(rc::fail);
  }

  private static JsonArray days(Map<Subject, Tally> figures) {
    Map<LocalDate, Map<String, Tally>> byDay = new TreeMap<>();
    figures.forEach(
        (subject, tally) ->
            byDay
                .computeIfAbsent(subject.day(), day -> new TreeMap<>())
                .put(subject.group(), tally));
    JsonArray days = new JsonArray();
    byDay.forEach(
        (day, groups) -> {
          JsonArray parts = new JsonArray();
          groups.forEach((group, tally) -> parts.add(numbers(tally).put("group", group)));
          Tally total = groups.values().stream().reduce(Tally.NONE, Tally::plus);
          days.add(numbers(total).put("day", day.toString()).put("groups", parts));
        });
    return days;
  }

  private static JsonObject numbers(Tally tally) {
    return new JsonObject()
        .put("requests", tally.requests())
        .put("failed", tally.failed())
        .put("refused", tally.refused());
  }
}
