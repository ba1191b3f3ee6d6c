package uk.carecontracts.kit.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Sends callers elsewhere before a service stops: from the signal to stop on, every answer closes
 * its connection.
 *
 * <p>Callers keep connections open and would go on using them, whatever a load balancer has been
 * told, until they break under a request. The gateway passes an instance over that closes.
 */
@Singleton
class LeavingFilter {
  private static final int AMONG_THE_FIRST = 1000;

  // Quarkus tells nobody that it is about to stop before its delay (quarkus.shutdown.delay) is
  // over.
  private final Thread signal = new Thread(this::leave, "leaving");
  private volatile boolean leaving;

  void register(@Observes Filters filters) {
    Runtime.getRuntime().addShutdownHook(signal);
    filters.register(this::answer, AMONG_THE_FIRST);
  }

  void leave() {
    leaving = true;
  }

  void answer(RoutingContext exchange) {
    if (leaving) {
      exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    exchange.next();
  }

  @PreDestroy
  void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(signal);
    } catch (IllegalStateException stopping) {
      // The whole process ends: hooks can no longer be removed, and this one has run or will.
      leave();
    }
  }
}
