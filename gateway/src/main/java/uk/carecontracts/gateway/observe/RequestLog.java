package uk.carecontracts.gateway.observe;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import uk.carecontracts.gateway.exchange.Exchange;
import uk.carecontracts.gateway.exchange.Identity;

/** One line for each request. No query values, addresses, tokens or bodies: nothing personal. */
@ApplicationScoped
class RequestLog {
  private static final Logger LOG = Logger.getLogger("gateway.access");
  private static final Pattern UNSAFE = Pattern.compile("[^\\x21-\\x7e]");

  void write(RoutingContext rc, int status) {
    Exchange exchange = Exchange.of(rc);
    LOG.infof(
        "method=%s path=%s status=%d bytes=%d ms=%d client=%s upstream=%s code=%s traceId=%s",
        rc.request().method(),
        safe(String.valueOf(rc.request().path())),
        status,
        rc.response().bytesWritten(),
        exchange.millis(),
        client(exchange.identity()),
        exchange.upstream(),
        exchange.problem().orElse("-"),
        exchange.trace().traceId());
  }

  private static String client(Identity identity) {
    return identity instanceof Identity.Client client ? safe(client.id()) : "-";
  }

  private static String safe(String text) {
    return UNSAFE.matcher(text).replaceAll("_");
  }
}
