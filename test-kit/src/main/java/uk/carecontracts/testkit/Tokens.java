package uk.carecontracts.testkit;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.stack.infrastructure.Role;
import uk.carecontracts.stack.infrastructure.TokenMint;

/**
 * Access tokens of the test issuer, good ones and wrong ones, for {@code
 * given().auth().oauth2(...)}.
 *
 * <p>{@code authority} is a council's GSS code, for instance {@code E10000017}.
 */
public final class Tokens {
  private static final Map<Wanted, String> SIGNED = new ConcurrentHashMap<>();

  private Tokens() {}

  /** What a good token says, and who signs it. */
  private record Wanted(
      String issuer,
      String clientId,
      String scope,
      @Nullable String authority,
      @Nullable UUID providerId) {}

  /** May keep the contract register of one council. */
  public static String contracts(String authority) {
    return good(Role.CONTRACTS, authority, null);
  }

  /** May keep provider records on behalf of one council. */
  public static String providers(String authority) {
    return good(Role.PROVIDERS, authority, null);
  }

  /** May keep monitoring plans and scorecards of one council. */
  public static String monitoring(String authority) {
    return good(Role.MONITORING, authority, null);
  }

  /** A provider that sends returns to one council. */
  public static String provider(String authority, UUID providerId) {
    return good(Role.PROVIDER, authority, providerId);
  }

  /** May send feedback to one council. */
  public static String feedback(String authority) {
    return good(Role.FEEDBACK, authority, null);
  }

  /** An operator of one council. */
  public static String admin(String authority) {
    return good(Role.ADMIN, authority, null);
  }

  /**
   * Any scopes.
   *
   * @param scope space-separated, may be empty
   * @param authority null for a token that is bound to no council
   */
  public static String custom(String scope, @Nullable String authority) {
    return good("test", scope, authority, null);
  }

  /** Any scopes of a named client; its subject is {@code clientId@authority}. */
  public static String ofClient(String clientId, String scope, @Nullable String authority) {
    return good(clientId, scope, authority, null);
  }

  /** Right in everything but its time. */
  public static String expired(String authority) {
    return mint().expired(Role.CONTRACTS, authority);
  }

  /** Right in everything but the issuer's name. */
  public static String wrongIssuer(String authority) {
    return mint().wrongIssuer(Role.CONTRACTS, authority);
  }

  /** Right in everything but the audience. */
  public static String wrongAudience(String authority) {
    return mint().wrongAudience(Role.CONTRACTS, authority);
  }

  /** Right in everything but signed by a stranger's key. */
  public static String wrongKey(String authority) {
    return mint().wrongKey(Role.CONTRACTS, authority);
  }

  /** Right in everything but without a signature ({@code alg: none}). */
  public static String unsigned(String authority) {
    return mint().unsigned(Role.CONTRACTS, authority);
  }

  private static String good(Role role, @Nullable String authority, @Nullable UUID providerId) {
    return good(role.clientId(), role.scope(), authority, providerId);
  }

  /** Signed once and good for hours: signing takes longer than most of the requests it is for. */
  private static String good(
      String clientId, String scope, @Nullable String authority, @Nullable UUID providerId) {
    return SIGNED.computeIfAbsent(
        new Wanted(Infrastructure.issuerUrl(), clientId, scope, authority, providerId),
        wanted -> mint().token(clientId, scope, authority, providerId));
  }

  private static TokenMint mint() {
    return TokenMint.of(Infrastructure.issuerUrl(), Infrastructure.issuerKey());
  }
}
