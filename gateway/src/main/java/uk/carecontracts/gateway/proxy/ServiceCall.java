package uk.carecontracts.gateway.proxy;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Future;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.gateway.GatewayConfig;
import uk.carecontracts.gateway.exchange.Exchange;
import uk.carecontracts.gateway.problem.ProblemCode;
import uk.carecontracts.gateway.problem.Problems;
import uk.carecontracts.gateway.proxy.Watchdog.Stall;
import uk.carecontracts.gateway.routing.Target;
import uk.carecontracts.gateway.upstream.Instance;
import uk.carecontracts.gateway.upstream.Upstream;
import uk.carecontracts.gateway.upstream.Upstreams;

/**
 * One request sent to a service: picks the instance, streams the body, tries once more where that
 * is harmless, and turns what fails into a problem.
 *
 * <p>A request is sent again, to another instance if there is one, when it has no body and its
 * method is idempotent (RFC 9110 section 9.2.2). When not even a connection could be made, nothing
 * was sent, so any request may go to another instance. An instance that closes its connections is
 * about to stop: the others are asked from then on.
 */
final class ServiceCall implements ProxyInterceptor {
  private static final Logger LOG = Logger.getLogger(ServiceCall.class);
  private static final Set<HttpMethod> IDEMPOTENT =
      Set.of(
          HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.DELETE);

  /** How much longer than for a new connection to wait for a free one. */
  private static final long POOL_WAIT_MILLIS = 500;

  private final RoutingContext rc;
  private final Target target;
  private final Upstream upstream;
  private final Upstreams upstreams;
  private final Problems problems;
  private final GatewayConfig config;
  private final Watchdog watchdog;
  private final @Nullable MeteredStream upload;
  private @Nullable HttpClientRequest sent;
  private @Nullable Instance instance;
  private @Nullable Stall stall;
  private boolean retried;
  private boolean reported;

  ServiceCall(
      RoutingContext rc,
      Target target,
      Upstreams upstreams,
      Problems problems,
      GatewayConfig config) {
    this.rc = rc;
    this.target = target;
    this.upstreams = upstreams;
    this.upstream = upstreams.get(target.upstream());
    this.problems = problems;
    this.config = config;
    this.watchdog =
        new Watchdog(
            rc.vertx(), target.limits().responseTimeout(), config.idleTimeout(), this::stalled);
    this.upload =
        RequestBody.isPresent(rc.request())
            ? new MeteredStream(rc.request(), target.limits().maxBody(), watchdog)
            : null;
  }

  /** Gives the instance to ask a connected request; nothing has been sent then. */
  Future<HttpClientRequest> connect(ProxyContext context) {
    Instance chosen = upstream.next(instance);
    instance = chosen;
    HttpMethod method = context.request().getMethod();
    return upstreams
        .client()
        .request(
            chosen
                .request(method, context.request().getURI())
                .setConnectTimeout(config.connectTimeout().toMillis() + POOL_WAIT_MILLIS))
        .onSuccess(this::connected)
        .recover(failure -> connectElsewhere(context, chosen, failure));
  }

  private void connected(HttpClientRequest request) {
    sent = request;
    // What fails here fails the response too, and is dealt with there.
    request.exceptionHandler(failure -> LOG.debugf(failure, "Request to %s failed", instance));
  }

  private Future<HttpClientRequest> connectElsewhere(
      ProxyContext context, Instance failed, Throwable failure) {
    if (!isBusy(failure)) {
      upstream.broke(failed);
    }
    if (retried || upstream.instances().size() == 1) {
      return Future.failedFuture(failure);
    }
    retried = true;
    return connect(context);
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    watchdog.start();
    if (upload == null) {
      context.request().setBody(null);
      watchdog.bodyEnded();
    } else {
      context.request().setBody(Body.body(upload, contentLength(rc.request())));
    }
    return attempt(context);
  }

  private Future<ProxyResponse> attempt(ProxyContext context) {
    return context
        .sendRequest()
        .compose(
            answer ->
                isRefusedByLeaving(answer) && mayRetry()
                    ? askAnother(context, answer)
                    : Future.succeededFuture(answered(answer)),
            failure -> mayRetry() ? retry(context, failure) : failed(context, failure));
  }

  private boolean mayRetry() {
    return sent != null
        && !retried
        && stall == null
        && upload == null
        && !rc.response().closed()
        && IDEMPOTENT.contains(rc.request().method());
  }

  private Future<ProxyResponse> retry(ProxyContext context, Throwable failure) {
    LOG.debugf(failure, "Asking again: %s of %s broke off", instance, upstream.name());
    return askAnother(context);
  }

  /** An instance that is stopping takes nothing more: 503, and the connection is closed. */
  private boolean isRefusedByLeaving(ProxyResponse answer) {
    return answer.getStatusCode() == 503 && isLeaving();
  }

  private Future<ProxyResponse> askAnother(ProxyContext context, ProxyResponse refusal) {
    refusal.release();
    return askAnother(context);
  }

  private Future<ProxyResponse> askAnother(ProxyContext context) {
    retried = true;
    if (instance != null) {
      upstream.broke(instance);
    }
    return attempt(context);
  }

  private boolean isLeaving() {
    HttpClientRequest request = sent;
    HttpClientResponse response = request == null ? null : request.response().result();
    return response != null
        && response.headers().contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true);
  }

  private ProxyResponse answered(ProxyResponse answer) {
    reported = true;
    upstream.circuit().succeeded();
    if (instance != null) {
      if (isLeaving()) {
        upstream.broke(instance);
      } else {
        upstream.worked(instance);
      }
    }
    watchdog.answering();
    Body body = answer.getBody();
    if (body != null) {
      answer.setBody(
          Body.body(new MeteredStream(body.stream(), Long.MAX_VALUE, watchdog), body.length()));
    }
    return answer;
  }

  private Future<ProxyResponse> failed(ProxyContext context, Throwable failure) {
    watchdog.stop();
    Refusal refusal = refusal(failure);
    if (refusal.serviceFault() && !rc.response().closed()) {
      reportFailure(failure);
    }
    Problems.Prepared problem = problems.prepare(rc, refusal.code(), refusal.detail());
    Problems.discardBody(rc);
    ProxyResponse answer = context.request().response();
    answer.setStatusCode(problem.status());
    answer.putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE);
    answer.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (refusal.code() == ProblemCode.UPSTREAM_BUSY) {
      answer.putHeader("Retry-After", "1");
    }
    answer.setBody(Body.body(problem.body()));
    return Future.succeededFuture(answer);
  }

  private void reportFailure(Throwable failure) {
    reported = true;
    upstream.circuit().failed();
    if (instance != null) {
      upstream.broke(instance);
    }
    LOG.warnf(
        "Service failed upstream=%s instance=%s cause=%s traceId=%s",
        upstream.name(), instance, failure, Exchange.of(rc).trace().traceId());
  }

  private record Refusal(ProblemCode code, String detail, boolean serviceFault) {}

  private Refusal refusal(Throwable failure) {
    if (upload != null && upload.exceeded()) {
      return new Refusal(
          ProblemCode.PAYLOAD_TOO_LARGE, RequestBody.tooLarge(target.limits().maxBody()), false);
    }
    if (stall == Stall.CLIENT) {
      return new Refusal(
          ProblemCode.REQUEST_TIMEOUT,
          "No more of the body arrived for %d seconds. Send it again without a pause."
              .formatted(config.idleTimeout().toSeconds()),
          false);
    }
    if (stall == Stall.SERVICE) {
      return new Refusal(
          ProblemCode.UPSTREAM_TIMEOUT,
          "The %s service did not answer in time. Whether it acted is unknown: read before you"
                  .formatted(upstream.name())
              + " repeat a change, or repeat it with the same Idempotency-Key.",
          true);
    }
    if (isBusy(failure)) {
      return new Refusal(
          ProblemCode.UPSTREAM_BUSY,
          "All connections to the %s service are in use; nothing was sent. Try again after the time in Retry-After."
              .formatted(upstream.name()),
          false);
    }
    if (failure instanceof ConnectTimeoutException) {
      return new Refusal(
          ProblemCode.UPSTREAM_TIMEOUT,
          "No connection to the %s service was to be had in time; nothing was sent. Try again shortly."
              .formatted(upstream.name()),
          true);
    }
    return new Refusal(ProblemCode.UPSTREAM_UNAVAILABLE, unavailable(), true);
  }

  /** No connection was free in time. That is our limit, and no sign that the service is unwell. */
  private static boolean isBusy(Throwable failure) {
    return failure instanceof TimeoutException || failure instanceof ConnectionPoolTooBusyException;
  }

  private String unavailable() {
    return target.document()
        ? "The %s service, which serves this API document, cannot be reached. See /health and try again shortly."
            .formatted(upstream.name())
        : "The %s service cannot be reached or broke off. See /health and try again shortly."
            .formatted(upstream.name());
  }

  private void stalled(Stall what) {
    stall = what;
    if (sent != null) {
      sent.reset();
    }
    if (what == Stall.ANSWER) {
      rc.response().reset();
    }
  }

  /** The exchange is over, however it went. */
  void finished() {
    watchdog.stop();
    if (!reported) {
      upstream.circuit().abandoned();
    }
  }

  private static long contentLength(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_LENGTH))
        .map(Long::parseLong)
        .orElse(-1L);
  }
}
