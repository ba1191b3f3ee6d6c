package uk.carecontracts.gateway.identity;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import uk.carecontracts.gateway.exchange.Identity;

/** Verifies bearer tokens against the configured issuer. */
@ApplicationScoped
class Tokens {
  private static final Logger LOG = Logger.getLogger(Tokens.class);
  private static final String SCHEME = "bearer ";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private final TenantIdentityProvider issuer;

  Tokens(TenantIdentityProvider issuer) {
    this.issuer = issuer;
  }

  /**
   * Says whose request this is.
   *
   * @param authorization the values of its Authorization header, at least one
   */
  Uni<Identity> identify(List<String> authorization) {
    String value = authorization.get(0);
    if (authorization.size() > 1 || !value.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Uni.createFrom()
          .item(new Identity.Refused("Send one Authorization header: Bearer, a space, the token."));
    }
    String token = value.substring(SCHEME.length()).trim();
    return Uni.createFrom()
        .deferred(() -> issuer.authenticate(new AccessTokenCredential(token)))
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(Tokens::client)
        .onFailure()
        .recoverWithItem(Tokens::refusal);
  }

  private static Identity client(SecurityIdentity identity) {
    if (identity.getPrincipal() instanceof JsonWebToken token) {
      for (String claim : List.of("client_id", "azp")) {
        if (token.getClaim(claim) instanceof String id && !id.isBlank()) {
          return new Identity.Client(id, scopes(token));
        }
      }
      return new Identity.Client(token.getName(), scopes(token));
    }
    return new Identity.Client(identity.getPrincipal().getName(), Set.of());
  }

  private static Set<String> scopes(JsonWebToken token) {
    return token.getClaim("scope") instanceof String scope
        ? Set.copyOf(Arrays.asList(scope.trim().split("\\s+")))
        : Set.of();
  }

  private static Identity refusal(Throwable failure) {
    if (failure instanceof AuthenticationFailedException) {
      LOG.debugf("Token refused: %s", failure.getMessage());
      return new Identity.Refused(
          "The token is not valid here: expired, altered, or from another issuer or for another"
              + " audience. Ask the issuer for a new one.");
    }
    LOG.warnf("Token issuer cannot be asked: %s", failure);
    return new Identity.Unverifiable();
  }
}
