package uk.carecontracts.gateway.pages;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import uk.carecontracts.gateway.problem.ProblemCode;
import uk.carecontracts.gateway.problem.Problems;

/** What all pages of the gateway have in common: they are only read. */
@ApplicationScoped
class Pages {
  private final Problems problems;

  Pages(Problems problems) {
    this.problems = problems;
  }

  /** Lets only GET and HEAD through to a page. */
  Handler<RoutingContext> readOnly(Handler<RoutingContext> page) {
    return rc -> {
      HttpMethod method = rc.request().method();
      if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
        page.handle(rc);
      } else {
        problems.answer(
            rc,
            ProblemCode.METHOD_NOT_ALLOWED,
            "This page can only be read: use GET.",
            Map.of("Allow", "GET, HEAD"));
      }
    };
  }

  /** Answers with an HTML page. */
  static void html(RoutingContext rc, String page) {
    rc.response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .end(page)
        .onFailure(rc::fail);
  }

  /** Answers with a document as YAML, or as JSON when {@code ?format=json} asks for it. */
  static void document(RoutingContext rc, String yaml, String json) {
    boolean asJson = "json".equals(rc.request().getParam("format"));
    rc.response()
        .putHeader(HttpHeaders.CONTENT_TYPE, asJson ? "application/json" : "application/yaml")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .end(asJson ? json : yaml)
        .onFailure(rc::fail);
  }

  /** Answers with a JSON document. */
  static void json(RoutingContext rc, int status, String document) {
    rc.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(document)
        .onFailure(rc::fail);
  }
}
