package uk.carecontracts.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Locale;
import uk.carecontracts.gateway.trace.TraceContext;

/**
 * What the headers say about the connection stays on that connection (RFC 9110 section 7.6.1); who
 * the client is, the gateway alone tells the service.
 */
final class HeaderHygiene implements ProxyInterceptor {
  private static final List<String> HOP_BY_HOP =
      List.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");
  private static final List<String> CLIENT_CLAIMS = List.of("forwarded", "x-real-ip", "expect");
  private static final List<String> SERVER_DETAILS = List.of("server", "x-powered-by");

  private final TraceContext trace;

  HeaderHygiene(TraceContext trace) {
    this.trace = trace;
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    MultiMap headers = context.request().headers();
    stripHopByHop(headers);
    CLIENT_CLAIMS.forEach(headers::remove);
    headers.names().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("x-forwarded-"))
        .toList()
        .forEach(headers::remove);
    tellAboutClient(headers, context.request().proxiedRequest());
    headers.set("traceparent", trace.traceparent());
    if (!trace.continued()) {
      headers.remove("tracestate");
    }
    return context.sendRequest();
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    MultiMap headers = context.response().headers();
    stripHopByHop(headers);
    SERVER_DETAILS.forEach(headers::remove);
    return context.sendResponse();
  }

  private static void tellAboutClient(MultiMap headers, HttpServerRequest request) {
    headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
    headers.set("X-Forwarded-Proto", String.valueOf(request.scheme()));
    HostAndPort authority = request.authority();
    if (authority != null) {
      headers.set("X-Forwarded-Host", authority.toString());
    }
  }

  private static void stripHopByHop(MultiMap headers) {
    for (String connection : headers.getAll(HttpHeaders.CONNECTION)) {
      for (String named : connection.split(",")) {
        String name = named.trim();
        if (!name.isEmpty() && !isEssential(name)) {
          headers.remove(name);
        }
      }
    }
    HOP_BY_HOP.forEach(headers::remove);
  }

  /** A client must not be able to make the gateway forget these by naming them in Connection. */
  private static boolean isEssential(String name) {
    return name.equalsIgnoreCase("authorization")
        || name.equalsIgnoreCase("content-length")
        || name.equalsIgnoreCase("host");
  }
}
