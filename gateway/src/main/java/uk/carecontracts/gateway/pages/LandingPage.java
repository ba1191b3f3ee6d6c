package uk.carecontracts.gateway.pages;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import uk.carecontracts.gateway.upstream.Upstream;
import uk.carecontracts.gateway.upstream.Upstreams;

/** Says what this is and where to go next. */
@ApplicationScoped
class LandingPage {
  private final Pages pages;
  private final List<String> services;
  private final List<String> senders;

  LandingPage(Pages pages, Upstreams upstreams, EventDocuments events) {
    this.pages = pages;
    this.services = upstreams.all().stream().map(Upstream::name).toList();
    this.senders = events.services();
  }

  void register(@Observes Router router) {
    String page = PageTemplates.landing(services, senders).render();
    router.route("/").handler(pages.readOnly(rc -> Pages.html(rc, page)));
  }
}
