package uk.carecontracts.kit.tenancy;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.ProblemKind;

/** The bearer of the token. */
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;
  private final Tenancy tenancy;

  Caller(SecurityIdentity identity, Tenancy tenancy) {
    this.identity = identity;
    this.tenancy = tenancy;
  }

  /** Who is calling, as recorded in the journal. */
  public String subject() {
    return tenancy.acting().actor();
  }

  /** The authority (GSS code) the token acts for; 403 when it names none. */
  public String authority() {
    String authority = tenancy.acting().authority();
    if (authority.isEmpty()) {
      throw ProblemException.forbidden(
          "NO_AUTHORITY", "The token has no claim 'authority' (a GSS code such as E10000017).");
    }
    return authority;
  }

  /** The named authority if it is the caller's, the caller's when none is named; else 403. */
  public String authorityOr(@Nullable String named) {
    if (named == null || named.isBlank()) {
      return authority();
    }
    requireAuthority(named);
    return named;
  }

  /** 403 unless the token acts for this authority. */
  public void requireAuthority(String named) {
    if (!named.equals(authority())) {
      throw ProblemException.of(
          ProblemKind.WRONG_AUTHORITY,
          "This is of " + named + "; the token acts for " + authority() + ".");
    }
  }

  /** The provider the token acts for, when it is a provider's. */
  public Optional<UUID> providerId() {
    Object claim =
        identity.getPrincipal() instanceof JsonWebToken token
            ? token.getClaim("provider_id")
            : null;
    try {
      return Optional.ofNullable(claim).map(c -> UUID.fromString(c.toString()));
    } catch (IllegalArgumentException e) {
      throw ProblemException.forbidden(
          "NO_PROVIDER", "The token's claim 'provider_id' is not a UUID.");
    }
  }

  /** Whether the token has a scope. */
  public boolean hasScope(String scope) {
    return identity.hasRole(scope);
  }
}
