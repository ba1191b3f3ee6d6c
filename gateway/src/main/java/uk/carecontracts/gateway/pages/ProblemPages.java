package uk.carecontracts.gateway.pages;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import uk.carecontracts.gateway.problem.ProblemCatalogue;
import uk.carecontracts.gateway.problem.ProblemKind;

/** Explains every kind of problem, to people (HTML) and to programs (JSON). */
@ApplicationScoped
class ProblemPages {
  private final Pages pages;
  private final ProblemCatalogue catalogue;

  ProblemPages(Pages pages, ProblemCatalogue catalogue) {
    this.pages = pages;
    this.catalogue = catalogue;
  }

  void register(@Observes Router router) {
    router.route("/problems").handler(pages.readOnly(this::list));
    router.route("/problems/:code").handler(pages.readOnly(this::one));
  }

  private void list(RoutingContext rc) {
    if (wantsJson(rc)) {
      JsonArray kinds = new JsonArray();
      catalogue.all().forEach(kind -> kinds.add(json(kind)));
      Pages.json(rc, 200, kinds.encode());
    } else {
      Pages.html(rc, PageTemplates.problems(catalogue.all()).render());
    }
  }

  private void one(RoutingContext rc) {
    catalogue.find(rc.pathParam("code")).ifPresentOrElse(kind -> show(rc, kind), rc::next);
  }

  private static void show(RoutingContext rc, ProblemKind kind) {
    if (wantsJson(rc)) {
      Pages.json(rc, 200, json(kind).encode());
    } else {
      Pages.html(rc, PageTemplates.problem(kind).render());
    }
  }

  private static boolean wantsJson(RoutingContext rc) {
    String accept = rc.request().getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains("json") && !accept.contains("text/html");
  }

  private static JsonObject json(ProblemKind kind) {
    return new JsonObject()
        .put("type", kind.type())
        .put("code", kind.code())
        .put("status", kind.status())
        .put("title", kind.title())
        .put("meaning", kind.meaning())
        .put("remedy", kind.remedy())
        .put("answeredBy", kind.answeredBy());
  }
}
