package uk.carecontracts.stack.infrastructure;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes access tokens that look exactly like those of {@link LocalIssuer}, and deliberately wrong
 * ones.
 *
 * <p>For local use and tests only: whoever holds it can be anyone.
 */
public final class TokenMint {

  /** The audience that every part of the product expects. */
  public static final String AUDIENCE = "care-contracts";

  /** How long a token is good: a working day, because people paste these into tools. */
  public static final Duration LIFETIME = Duration.ofHours(12);

  private final String issuer;
  private final RSAKey key;
  private final Clock clock;

  TokenMint(String issuer, RSAKey key, Clock clock) {
    this.issuer = issuer;
    this.key = key;
    this.clock = clock;
  }

  /** A mint for a running issuer, from its address and its private key as JWK. */
  public static TokenMint of(String issuer, String privateJwk) {
    return new TokenMint(issuer, SigningKey.parse(privateJwk), Clock.systemUTC());
  }

  /** A good token for one role at one council. */
  public String token(Role role, @Nullable String authority, @Nullable UUID providerId) {
    return token(role.clientId(), role.scope(), authority, providerId);
  }

  /**
   * A good token.
   *
   * @param clientId who asks
   * @param scope space-separated scopes
   * @param authority GSS code of the council, if the token is bound to one
   * @param providerId the provider, if the token is bound to one
   */
  public String token(
      String clientId, String scope, @Nullable String authority, @Nullable UUID providerId) {
    Map<String, Object> claims = claims(clientId, scope, authority, providerId);
    return signed(issuer, AUDIENCE, subject(clientId, authority), claims, LIFETIME);
  }

  /** Right in everything, but its time is over. */
  public String expired(Role role, String authority) {
    return wrong(role, authority, issuer, AUDIENCE, Duration.ofHours(-1));
  }

  /** Signed with the right key, but in the name of another issuer. */
  public String wrongIssuer(Role role, String authority) {
    return wrong(role, authority, "http://localhost:1/another-issuer", AUDIENCE, LIFETIME);
  }

  /** Right in everything, but meant for another product. */
  public String wrongAudience(Role role, String authority) {
    return wrong(role, authority, issuer, "another-product", LIFETIME);
  }

  /** Right in everything, but signed by a key that the issuer does not know. */
  public String wrongKey(Role role, String authority) {
    return new TokenMint(issuer, SigningKey.generate(), clock).token(role, authority, null);
  }

  /** Right in everything, but with {@code alg: none} and no signature. */
  public String unsigned(Role role, String authority) {
    Map<String, Object> claims = claims(role.clientId(), role.scope(), authority, null);
    String subject = subject(role.clientId(), authority);
    return new PlainJWT(claimsSet(issuer, AUDIENCE, subject, claims, LIFETIME)).serialize();
  }

  /** The product's own claims of a token. */
  static Map<String, Object> claims(
      String clientId, String scope, @Nullable String authority, @Nullable UUID providerId) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("client_id", clientId);
    claims.put("scope", scope);
    if (authority != null) {
      claims.put("authority", authority);
    }
    if (providerId != null) {
      claims.put("provider_id", providerId.toString());
    }
    return claims;
  }

  /** The account behind a token: the client, at one council if it is bound to one. */
  static String subject(String clientId, @Nullable String authority) {
    return authority == null ? clientId : clientId + "@" + authority;
  }

  private String wrong(
      Role role, String authority, String namedIssuer, String audience, Duration lifetime) {
    Map<String, Object> claims = claims(role.clientId(), role.scope(), authority, null);
    return signed(namedIssuer, audience, subject(role.clientId(), authority), claims, lifetime);
  }

  private String signed(
      String namedIssuer,
      String audience,
      String subject,
      Map<String, Object> claims,
      Duration lifetime) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(JOSEObjectType.JWT)
            .keyID(key.getKeyID())
            .build();
    SignedJWT token =
        new SignedJWT(header, claimsSet(namedIssuer, audience, subject, claims, lifetime));
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("could not sign a token", e);
    }
    return token.serialize();
  }

  private JWTClaimsSet claimsSet(
      String namedIssuer,
      String audience,
      String subject,
      Map<String, Object> claims,
      Duration lifetime) {
    Instant now = clock.instant();
    Instant end = now.plus(lifetime);
    Instant begin = end.isBefore(now) ? end.minus(LIFETIME) : now;
    JWTClaimsSet.Builder builder =
        new JWTClaimsSet.Builder()
            .issuer(namedIssuer)
            .audience(audience)
            .subject(subject)
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(begin))
            .notBeforeTime(Date.from(begin))
            .expirationTime(Date.from(end));
    claims.forEach(builder::claim);
    return builder.build();
  }
}
