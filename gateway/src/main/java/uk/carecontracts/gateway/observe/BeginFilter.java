package uk.carecontracts.gateway.observe;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import uk.carecontracts.gateway.exchange.Exchange;
import uk.carecontracts.gateway.exchange.FilterOrder;
import uk.carecontracts.gateway.routing.RouteTable;
import uk.carecontracts.gateway.trace.TraceContext;
import uk.carecontracts.gateway.usage.UsageCounters;

/** First of all: takes up the trace, finds the route, and sees to it that the end is recorded. */
@ApplicationScoped
class BeginFilter {
  /** Logged when the client left before the answer was complete. */
  static final int CLIENT_GONE = 499;

  private final RouteTable routes;
  private final RequestLog log;
  private final RequestMetrics metrics;
  private final UsageCounters usage;

  BeginFilter(RouteTable routes, RequestLog log, RequestMetrics metrics, UsageCounters usage) {
    this.routes = routes;
    this.log = log;
    this.metrics = metrics;
    this.usage = usage;
  }

  void register(@Observes Filters filters) {
    filters.register(this::begin, FilterOrder.BEGIN);
  }

  private void begin(RoutingContext rc) {
    // The body must stay unread until the proxy takes it; what answers before that discards it.
    rc.request().pause();
    TraceContext trace = TraceContext.from(rc.request().getHeader("traceparent"));
    rc.addHeadersEndHandler(head -> SecurityHeaders.apply(rc));
    rc.addEndHandler(end -> record(rc, end.succeeded()));
    Exchange.begin(rc, trace, routes.find(rc.normalizedPath()));
    rc.next();
  }

  private void record(RoutingContext rc, boolean complete) {
    int status = complete ? rc.response().getStatusCode() : CLIENT_GONE;
    log.write(rc, status);
    metrics.record(Exchange.of(rc), status);
    usage.count(Exchange.of(rc), status);
  }
}
