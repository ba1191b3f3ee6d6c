package uk.carecontracts.kit.journal;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spans of what is done with an event outside the request that caused it: published from the
 * journal, applied by a consumer. They continue the trace the event carries.
 */
public final class EventSpans {
  private static final String SCOPE = "uk.carecontracts.kit";

  private static final TextMapGetter<String> TRACEPARENT =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
          return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String key) {
          return key.equals("traceparent") ? traceparent : null;
        }
      };

  private EventSpans() {}

  /**
   * Begins a span below the event's own; without one, or while traces are off, it costs nothing.
   */
  public static Span begin(SpanKind kind, String name, @Nullable String traceparent) {
    if (traceparent == null) {
      return Span.getInvalid();
    }
    Context parent =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, TRACEPARENT);
    return GlobalOpenTelemetry.getTracer(SCOPE)
        .spanBuilder(name)
        .setSpanKind(kind)
        .setParent(parent)
        .startSpan();
  }
}
