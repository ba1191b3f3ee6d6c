package uk.carecontracts.kit.http;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The W3C trace context this request, or this event, belongs to. */
@RequestScoped
public class RequestTrace {
  private static final Pattern TRACEPARENT =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private String traceparent = fresh();

  /**
   * Continues a trace: the span that is open, otherwise the header; an absent or invalid header
   * leaves the fresh one in place.
   */
  public void continueFrom(@Nullable String header) {
    SpanContext span = Span.current().getSpanContext();
    if (span.isValid()) {
      traceparent =
          "00-%s-%s-%s"
              .formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex());
    } else if (header != null && TRACEPARENT.matcher(header).matches()) {
      traceparent = header;
    }
    // Every line that is logged meanwhile can be found by the trace.
    MDC.put("traceId", traceId());
  }

  /** The header to hand on. */
  public String traceparent() {
    return traceparent;
  }

  /** The 32 hexadecimal digits that name the whole trace. */
  public String traceId() {
    return traceparent.substring(3, 35);
  }

  private static String fresh() {
    byte[] bytes = new byte[24];
    ThreadLocalRandom.current().nextBytes(bytes);
    String hex = HexFormat.of().formatHex(bytes);
    return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
  }
}
