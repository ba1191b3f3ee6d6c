package uk.carecontracts.gateway.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A W3C trace context: taken from the client when it is well formed, otherwise begun here.
 *
 * @param traceparent the header's value
 * @param traceId 32 lower-case hexadecimal digits
 * @param continued whether the client began it (only then its {@code tracestate} means anything)
 */
public record TraceContext(String traceparent, String traceId, boolean continued) {
  private static final Pattern VERSION_00 =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  /**
   * Continues the client's trace, or begins one when there is none or it is malformed. While traces
   * are recorded the request has a span by now, which does the same.
   */
  public static TraceContext from(@Nullable String header) {
    SpanContext span = Span.current().getSpanContext();
    if (span.isValid()) {
      return new TraceContext(
          "00-%s-%s-%s"
              .formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex()),
          span.getTraceId(),
          header != null && header.contains(span.getTraceId()));
    }
    if (header != null) {
      Matcher matcher = VERSION_00.matcher(header.trim());
      if (matcher.matches()) {
        return new TraceContext(header.trim(), matcher.group(1), true);
      }
    }
    return begin();
  }

  /** Begins a trace, marked as sampled so that the services' own samplers decide. */
  static TraceContext begin() {
    String traceId = randomHex(16);
    return new TraceContext("00-" + traceId + "-" + randomHex(8) + "-01", traceId, false);
  }

  private static String randomHex(int bytes) {
    byte[] random = new byte[bytes];
    do {
      ThreadLocalRandom.current().nextBytes(random);
    } while (random[0] == 0);
    return HexFormat.of().formatHex(random);
  }
}
