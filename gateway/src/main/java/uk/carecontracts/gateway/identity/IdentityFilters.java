package uk.carecontracts.gateway.identity;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import uk.carecontracts.gateway.exchange.Exchange;
import uk.carecontracts.gateway.exchange.FilterOrder;
import uk.carecontracts.gateway.exchange.Identity;
import uk.carecontracts.gateway.problem.ProblemCode;
import uk.carecontracts.gateway.problem.Problems;

/**
 * Finds out who is asking, and turns away who may not come in. Between the two the request is
 * counted, so that guessing tokens is limited too. Services verify the token again.
 */
@ApplicationScoped
class IdentityFilters {
  private static final String CHALLENGE = "Bearer realm=\"care-contracts\"";
  private static final String RETRY_AFTER_SECONDS = "5";

  private final Tokens tokens;
  private final PublicPaths publicPaths;
  private final Problems problems;

  IdentityFilters(Tokens tokens, PublicPaths publicPaths, Problems problems) {
    this.tokens = tokens;
    this.publicPaths = publicPaths;
    this.problems = problems;
  }

  void register(@Observes Filters filters) {
    filters.register(this::identify, FilterOrder.IDENTIFY);
    filters.register(this::admit, FilterOrder.ADMIT);
  }

  private void identify(RoutingContext rc) {
    List<String> authorization = rc.request().headers().getAll(HttpHeaders.AUTHORIZATION);
    if (authorization.isEmpty()) {
      rc.next();
      return;
    }
    Context context = rc.vertx().getOrCreateContext();
    tokens
        .identify(authorization)
        .subscribe()
        .with(
            identity ->
                context.runOnContext(
                    done -> {
                      Exchange.of(rc).identify(identity);
                      rc.next();
                    }),
            rc::fail);
  }

  private void admit(RoutingContext rc) {
    Exchange exchange = Exchange.of(rc);
    Identity identity = exchange.identity();
    if (identity instanceof Identity.Refused refused) {
      unauthenticated(rc, refused.detail(), CHALLENGE + ", error=\"invalid_token\"");
    } else if (identity instanceof Identity.Unverifiable) {
      problems.answer(
          rc,
          ProblemCode.IDENTITY_UNAVAILABLE,
          "The token issuer cannot be reached, so the token cannot be verified. Try again shortly.",
          Map.of("Retry-After", RETRY_AFTER_SECONDS));
    } else if (identity instanceof Identity.Anonymous && !isPublic(rc)) {
      unauthenticated(
          rc, "Send a bearer token of the token issuer in the Authorization header.", CHALLENGE);
    } else {
      letIn(rc, exchange);
    }
  }

  private static void letIn(RoutingContext rc, Exchange exchange) {
    if (exchange.target().isEmpty()) {
      rc.request().resume();
    }
    rc.next();
  }

  private boolean isPublic(RoutingContext rc) {
    return publicPaths.allow(rc.request().method(), rc.normalizedPath());
  }

  private void unauthenticated(RoutingContext rc, String detail, String challenge) {
    problems.answer(rc, ProblemCode.UNAUTHENTICATED, detail, Map.of("WWW-Authenticate", challenge));
  }
}
