package uk.carecontracts.gateway.observe;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** What browsers are told to be careful about, on every answer. */
final class SecurityHeaders {
  private static final String PAGES =
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  /** Swagger UI begins with an inline script, draws with inline styles and data images. */
  private static final String SWAGGER_UI =
      "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

  private SecurityHeaders() {}

  static void apply(RoutingContext rc) {
    MultiMap headers = rc.response().headers();
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    String path = String.valueOf(rc.request().path());
    headers.set("Content-Security-Policy", path.startsWith("/swagger-ui") ? SWAGGER_UI : PAGES);
    if ("https".equals(rc.request().scheme())) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }
}
