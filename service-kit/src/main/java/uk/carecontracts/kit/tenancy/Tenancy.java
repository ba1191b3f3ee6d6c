package uk.carecontracts.kit.tenancy;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows this request, or this piece of background work, sees and writes. Must be settled
 * before the transaction begins: the connection takes it when it is acquired.
 */
@RequestScoped
public class Tenancy {
  private final Instance<SecurityIdentity> identity;
  private final Instance<HttpServerRequest> request;
  private @Nullable Acting acting;

  Tenancy(Instance<SecurityIdentity> identity, Instance<HttpServerRequest> request) {
    this.identity = identity;
    this.request = request;
  }

  /** On whose behalf this runs: the token's bearer unless something else was settled. */
  public Acting acting() {
    if (acting == null) {
      acting = bearer();
    }
    return acting;
  }

  /** Settles on whose behalf the rest of this request runs. */
  public void act(Acting as) {
    acting = as;
  }

  /** Runs background work in a request context of its own. */
  public static <T> T callAs(Acting as, Supplier<T> work) {
    ManagedContext context = Arc.container().requestContext();
    boolean mine = !context.isActive();
    if (mine) {
      context.activate();
    }
    Tenancy tenancy = Arc.container().instance(Tenancy.class).get();
    Acting before = mine ? null : tenancy.acting();
    tenancy.act(as);
    try {
      return work.get();
    } finally {
      if (before != null) {
        tenancy.act(before);
      }
      if (mine) {
        context.terminate();
      }
    }
  }

  /** Runs background work in a request context of its own. */
  public static void runAs(Acting as, Runnable work) {
    callAs(
        as,
        () -> {
          work.run();
          return true;
        });
  }

  private Acting bearer() {
    SecurityIdentity caller = identity.get();
    if (caller.isAnonymous()) {
      return new Acting(Reach.PUBLIC, "", "anonymous", origin());
    }
    String authority = "";
    if (caller.getPrincipal() instanceof JsonWebToken token) {
      Object claim = token.getClaim("authority");
      authority = claim == null ? "" : claim.toString();
    }
    return new Acting(Reach.OWN, authority, caller.getPrincipal().getName(), origin());
  }

  private String origin() {
    try {
      return request.get().remoteAddress() == null
          ? "unknown"
          : request.get().remoteAddress().hostAddress();
    } catch (RuntimeException noRequest) {
      return "internal";
    }
  }
}
