package uk.carecontracts.gateway.proxy;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import uk.carecontracts.gateway.GatewayConfig;
import uk.carecontracts.gateway.exchange.Exchange;
import uk.carecontracts.gateway.problem.ProblemCode;
import uk.carecontracts.gateway.problem.Problems;
import uk.carecontracts.gateway.routing.Target;
import uk.carecontracts.gateway.upstream.CircuitBreaker;
import uk.carecontracts.gateway.upstream.Upstreams;

/** Sends a request whose path belongs to a service to that service. */
@ApplicationScoped
class ProxyRoute {
  private static final ProxyOptions OPTIONS = new ProxyOptions().setSupportWebSocket(false);
  private static final Set<HttpMethod> DOCUMENT_METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final Set<HttpMethod> REFUSED_METHODS =
      Set.of(HttpMethod.TRACE, HttpMethod.CONNECT);

  private final Upstreams upstreams;
  private final Problems problems;
  private final GatewayConfig config;

  ProxyRoute(Upstreams upstreams, Problems problems, GatewayConfig config) {
    this.upstreams = upstreams;
    this.problems = problems;
    this.config = config;
  }

  void register(@Observes Router router) {
    router.route().handler(this::handle);
  }

  private void handle(RoutingContext rc) {
    Exchange.of(rc).target().ifPresentOrElse(target -> forward(rc, target), rc::next);
  }

  private void forward(RoutingContext rc, Target target) {
    if (refusesMethod(rc.request().method(), target)) {
      refuseMethod(rc, target);
    } else if (!RequestBody.isReadable(rc.request())) {
      problems.answer(
          rc,
          ProblemCode.BAD_REQUEST,
          "Send the body with a Content-Length or with Transfer-Encoding: chunked.");
    } else if (RequestBody.announcesMoreThan(rc.request(), target.limits().maxBody())) {
      problems.answer(
          rc, ProblemCode.PAYLOAD_TOO_LARGE, RequestBody.tooLarge(target.limits().maxBody()));
    } else {
      askService(rc, target);
    }
  }

  private void askService(RoutingContext rc, Target target) {
    CircuitBreaker circuit = upstreams.get(target.upstream()).circuit();
    if (!circuit.tryAcquire()) {
      problems.answer(
          rc,
          ProblemCode.CIRCUIT_OPEN,
          "The %s service keeps failing and is left alone for a moment. Try again after the time in Retry-After."
              .formatted(target.upstream()),
          Map.of("Retry-After", String.valueOf(circuit.retryAfterSeconds())));
      return;
    }
    HttpServerRequest request = rc.request();
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      rc.response().writeContinue();
    }
    proxy(rc, target).handle(request);
  }

  private HttpProxy proxy(RoutingContext rc, Target target) {
    ServiceCall call = new ServiceCall(rc, target, upstreams, problems, config);
    rc.addEndHandler(end -> call.finished());
    String query = rc.request().query();
    String uri = query == null ? target.path() : target.path() + "?" + query;
    return HttpProxy.reverseProxy(OPTIONS, upstreams.client())
        .origin(call::connect)
        .addInterceptor(new HeaderHygiene(Exchange.of(rc).trace()))
        .addInterceptor(new Rewrite(uri))
        .addInterceptor(call);
  }

  private static boolean refusesMethod(HttpMethod method, Target target) {
    return REFUSED_METHODS.contains(method)
        || (target.document() && !DOCUMENT_METHODS.contains(method));
  }

  private void refuseMethod(RoutingContext rc, Target target) {
    String allowed =
        target.document() ? "GET, HEAD" : "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    problems.answer(
        rc,
        ProblemCode.METHOD_NOT_ALLOWED,
        "This path takes " + allowed + ".",
        Map.of("Allow", allowed));
  }
}
