package uk.carecontracts.gateway.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import uk.carecontracts.gateway.exchange.Exchange;

/** Answers with problem details (RFC 9457). */
@ApplicationScoped
public class Problems {
  /** Media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** How long a client may go on sending a body after it has been refused. */
  private static final long LINGER_MILLIS = 5_000;

  private final ProblemCatalogue catalogue;

  Problems(ProblemCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * A problem that is ready to be sent.
   *
   * @param status HTTP status
   * @param body the JSON document
   */
  public record Prepared(int status, Buffer body) {}

  /** Records the refusal and writes the document, for whoever sends it. */
  public Prepared prepare(RoutingContext rc, ProblemCode code, String detail) {
    Exchange exchange = Exchange.of(rc);
    exchange.refused(code.name());
    ProblemKind kind = catalogue.kind(code);
    JsonObject body =
        new JsonObject()
            .put("type", kind.type())
            .put("title", kind.title())
            .put("status", kind.status())
            .put("detail", detail)
            .put("instance", rc.request().path())
            .put("code", kind.code())
            .put("traceId", exchange.trace().traceId());
    return new Prepared(kind.status(), body.toBuffer());
  }

  /** Answers with a problem. */
  public void answer(RoutingContext rc, ProblemCode code, String detail) {
    answer(rc, code, detail, Map.of());
  }

  /** Answers with a problem and some headers. */
  public void answer(
      RoutingContext rc, ProblemCode code, String detail, Map<String, String> headers) {
    HttpServerResponse response = rc.response();
    Prepared problem = prepare(rc, code, detail);
    if (response.headWritten()) {
      response.reset();
      return;
    }
    response.setStatusCode(problem.status());
    headers.forEach(response::putHeader);
    response.putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.end(problem.body()).onComplete(sent -> discardBody(rc));
  }

  /**
   * Lets the client finish sending the body it began, so that it gets to read the answer, but not
   * for long.
   */
  public static void discardBody(RoutingContext rc) {
    rc.request().resume();
    if (rc.request().isEnded()) {
      return;
    }
    rc.vertx()
        .setTimer(
            LINGER_MILLIS,
            id -> {
              if (!rc.request().isEnded()) {
                rc.request().connection().close();
              }
            });
  }
}
