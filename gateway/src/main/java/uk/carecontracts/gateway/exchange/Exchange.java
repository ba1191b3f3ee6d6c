package uk.carecontracts.gateway.exchange;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.gateway.routing.Target;
import uk.carecontracts.gateway.trace.TraceContext;

/** One request and its answer, from the first header to the last byte. Used on its event loop. */
public final class Exchange {
  private static final String KEY = Exchange.class.getName();
  private final long startNanos = System.nanoTime();
  private final TraceContext trace;
  private final Optional<Target> target;
  private Identity identity = new Identity.Anonymous();
  private @Nullable String problem;

  private Exchange(TraceContext trace, Optional<Target> target) {
    this.trace = trace;
    this.target = target;
  }

  /** Begins the record of a request. */
  public static Exchange begin(RoutingContext rc, TraceContext trace, Optional<Target> target) {
    Exchange exchange = new Exchange(trace, target);
    rc.put(KEY, exchange);
    return exchange;
  }

  /** The record of this request; begun here when the request failed before any filter ran. */
  public static Exchange of(RoutingContext rc) {
    Exchange exchange = rc.get(KEY);
    return exchange != null
        ? exchange
        : begin(rc, TraceContext.from(rc.request().getHeader("traceparent")), Optional.empty());
  }

  /** Milliseconds since the request came in. */
  public long millis() {
    return (System.nanoTime() - startNanos) / 1_000_000;
  }

  /** Nanoseconds since the request came in. */
  public long nanos() {
    return System.nanoTime() - startNanos;
  }

  /** The trace this request belongs to. */
  public TraceContext trace() {
    return trace;
  }

  /** The service that should answer; empty for the gateway's own pages and unknown paths. */
  public Optional<Target> target() {
    return target;
  }

  /** Name of the service, or {@code gateway}. */
  public String upstream() {
    return target.map(Target::upstream).orElse("gateway");
  }

  /** The part of the API that is asked, such as {@code contracts}; {@code gateway} for its own. */
  public String group() {
    return target.map(Target::group).orElse("gateway");
  }

  /** Who is asking. */
  public Identity identity() {
    return identity;
  }

  /** Records who is asking. */
  public void identify(Identity who) {
    identity = who;
  }

  /** The code of the problem the gateway itself answered with, if it did. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /** Records that the gateway answered with a problem. */
  public void refused(String code) {
    problem = code;
  }
}
