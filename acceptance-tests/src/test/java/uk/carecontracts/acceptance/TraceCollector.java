package uk.carecontracts.acceptance;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes the spans that the parts of the stack send (OTLP over HTTP). */
final class TraceCollector {
  private final Queue<Seen> spans = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  private TraceCollector(HttpServer server) {
    this.server = server;
  }

  /** A span as it came in; ids in hexadecimal digits, the parent's empty at a beginning. */
  record Seen(
      String service, String name, Span.SpanKind kind, String trace, String id, String parent) {}

  static TraceCollector start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    TraceCollector collector = new TraceCollector(server);
    server.createContext(
        "/v1/traces",
        exchange -> {
          try (exchange) {
            collector.keep(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()));
            exchange.sendResponseHeaders(200, -1);
          }
        });
    server.start();
    return collector;
  }

  private void keep(ExportTraceServiceRequest export) {
    for (ResourceSpans part : export.getResourceSpansList()) {
      String service =
          part.getResource().getAttributesList().stream()
              .filter(each -> each.getKey().equals("service.name"))
              .map(each -> each.getValue().getStringValue())
              .findFirst()
              .orElse("");
      part.getScopeSpansList().stream()
          .flatMap(scope -> scope.getSpansList().stream())
          .map(span -> seen(service, span))
          .forEach(spans::add);
    }
  }

  private static Seen seen(String service, Span span) {
    return new Seen(
        service,
        span.getName(),
        span.getKind(),
        hex(span.getTraceId()),
        hex(span.getSpanId()),
        hex(span.getParentSpanId()));
  }

  private static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** What has come of a trace until now. */
  List<Seen> of(String trace) {
    return spans.stream().filter(span -> span.trace().equals(trace)).toList();
  }
}
