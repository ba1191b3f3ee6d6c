package uk.carecontracts.gateway.problem;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import uk.carecontracts.gateway.exchange.Exchange;

/**
 * Turns what nobody handled into a problem: unknown paths, malformed requests, our own mistakes.
 */
@ApplicationScoped
class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class);
  private final Problems problems;

  Failures(Problems problems) {
    this.problems = problems;
  }

  void register(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
    router.route().last().handler(this::unknown);
    router.errorHandler(400, this::failed);
    router.errorHandler(404, this::unknown);
    router.errorHandler(500, this::failed);
  }

  private void unknown(RoutingContext rc) {
    problems.answer(
        rc,
        ProblemCode.ROUTE_NOT_FOUND,
        "No service answers this path. Check its spelling against the API documents at /openapi.");
  }

  private void failed(RoutingContext rc) {
    switch (rc.statusCode()) {
      case 400 ->
          problems.answer(
              rc,
              ProblemCode.BAD_REQUEST,
              "The request line or a header could not be read. Check the percent-encoding of the"
                  + " path.");
      case 403 ->
          problems.answer(rc, ProblemCode.FORBIDDEN, "This may not be asked for from here.");
      case 404 -> unknown(rc);
      case 405 ->
          problems.answer(rc, ProblemCode.METHOD_NOT_ALLOWED, "Use another method for this path.");
      case 413 ->
          problems.answer(rc, ProblemCode.PAYLOAD_TOO_LARGE, "Send the body in smaller parts.");
      default -> ownMistake(rc);
    }
  }

  private void ownMistake(RoutingContext rc) {
    LOG.errorf(
        rc.failure(),
        "Request failed in the gateway traceId=%s",
        Exchange.of(rc).trace().traceId());
    problems.answer(
        rc,
        ProblemCode.GATEWAY_ERROR,
        "The gateway made a mistake. Try again; if it stays, report the traceId.");
  }
}
