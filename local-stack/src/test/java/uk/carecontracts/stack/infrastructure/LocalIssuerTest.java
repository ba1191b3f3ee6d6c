package uk.carecontracts.stack.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIssuerTest {

  private static final UUID PROVIDER = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

  private static LocalIssuer issuer;

  @BeforeAll
  static void start() {
    issuer = LocalIssuer.start(LocalIssuer.Settings.temporary());
  }

  @AfterAll
  static void stop() {
    issuer.close();
  }

  @Test
  void tokenEndpointGivesTheClientsRoleAtTheCouncil() throws Exception {
    JWTClaimsSet claims =
        verified(tokenFor("client_id=contracts&client_secret=x&authority=E10000017"));
    assertEquals("contracts:write", claims.getStringClaim("scope"));
    assertEquals("E10000017", claims.getStringClaim("authority"));
    assertEquals("contracts", claims.getStringClaim("client_id"));
    assertEquals("contracts@E10000017", claims.getSubject());
    assertEquals(List.of("care-contracts"), claims.getAudience());
    assertEquals(issuer.issuerUrl(), claims.getIssuer());
    assertTrue(claims.getExpirationTime().after(Date.from(Instant.now())));
  }

  @Test
  void councilMayComeFromAScopeAndProviderFromAParameter() throws Exception {
    JWTClaimsSet claims =
        verified(
            tokenFor(
                "client_id=provider&client_secret=x&scope=authority:E10000003&provider_id="
                    + PROVIDER));
    assertEquals("returns:submit", claims.getStringClaim("scope"));
    assertEquals("E10000003", claims.getStringClaim("authority"));
    assertEquals(PROVIDER.toString(), claims.getStringClaim("provider_id"));
  }

  @Test
  void afterARotationItSignsWithTheNewKeyAndStillShowsTheOneBefore(@TempDir Path directory)
      throws Exception {
    Path file = directory.resolve("signing-key.json");
    try (LocalIssuer kept = LocalIssuer.start(LocalIssuer.Settings.kept(file, 0))) {
      SignedJWT before = SignedJWT.parse(kept.mint().token(Role.ADMIN, "E10000017", null));
      String first = LocalIssuer.rotateKey(file);
      String second = LocalIssuer.rotateKey(file);
      SignedJWT after = SignedJWT.parse(kept.mint().token(Role.ADMIN, "E10000017", null));
      assertEquals(second, after.getHeader().getKeyID());
      JWKSet shown = JWKSet.load(URI.create(kept.issuerUrl() + "/jwks").toURL());
      assertEquals(
          List.of(second, first), shown.getKeys().stream().map(key -> key.getKeyID()).toList());
      assertTrue(after.verify(new RSASSAVerifier(shown.getKeys().get(0).toRSAKey())));
      assertEquals("care-contracts", before.getHeader().getKeyID());
    }
  }

  @Test
  void unknownClientIsRefused() throws Exception {
    HttpResponse<String> response =
        post("grant_type=client_credentials&client_id=nobody&client_secret=x");
    assertEquals(401, response.statusCode());
    assertTrue(response.body().contains("invalid_client"), response.body());
  }

  @Test
  void mintMakesTheSameTokensAsTheEndpoint() throws Exception {
    JWTClaimsSet minted = verified(issuer.mint().token(Role.PROVIDER, "E10000017", PROVIDER));
    JWTClaimsSet issued =
        verified(
            tokenFor(
                "client_id=provider&client_secret=x&authority=E10000017&provider_id=" + PROVIDER));
    for (String claim : List.of("scope", "authority", "provider_id", "client_id", "sub", "iss")) {
      assertEquals(issued.getClaim(claim), minted.getClaim(claim), claim);
    }
    assertEquals(issued.getAudience(), minted.getAudience());
  }

  @Test
  void keyThatIsKeptKeepsTokensGoodAfterARestart(@TempDir Path directory) throws Exception {
    LocalIssuer.Settings settings =
        LocalIssuer.Settings.kept(directory.resolve("key.json"), Ports.free());
    String token;
    try (LocalIssuer first = LocalIssuer.start(settings)) {
      token = first.mint().token(Role.ADMIN, null, null);
    }
    try (LocalIssuer second = LocalIssuer.start(settings)) {
      assertTrue(isSignedBy(second, token));
    }
  }

  @Test
  void wrongTokensAreWrongInOneThingOnly() throws Exception {
    TokenMint mint = issuer.mint();
    JWTClaimsSet expired = verified(mint.expired(Role.CONTRACTS, "E10000017"));
    assertTrue(expired.getExpirationTime().before(Date.from(Instant.now())));
    assertEquals(issuer.issuerUrl(), expired.getIssuer());
    assertEquals(
        "another-product",
        verified(mint.wrongAudience(Role.CONTRACTS, "E10000017")).getAudience().get(0));
    assertTrue(
        verified(mint.wrongIssuer(Role.CONTRACTS, "E10000017")).getIssuer().contains("another"));
    assertEquals(false, isSignedBy(issuer, mint.wrongKey(Role.CONTRACTS, "E10000017")));
    assertTrue(mint.unsigned(Role.CONTRACTS, "E10000017").endsWith("."));
  }

  @Test
  void unknownRoleNamesTheRolesThereAre() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Role.ofClient("king"));
    assertTrue(refused.getMessage().contains("contracts, providers, monitoring, provider"));
  }

  private String tokenFor(String form) throws Exception {
    HttpResponse<String> response = post("grant_type=client_credentials&" + form);
    assertEquals(200, response.statusCode(), response.body());
    return JSONObjectUtils.getString(JSONObjectUtils.parse(response.body()), "access_token");
  }

  private HttpResponse<String> post(String form) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(issuer.tokenUrl()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private JWTClaimsSet verified(String token) throws Exception {
    assertTrue(isSignedBy(issuer, token));
    return SignedJWT.parse(token).getJWTClaimsSet();
  }

  /** Goes the way a service goes: discovery, then keys, then the signature. */
  private static boolean isSignedBy(LocalIssuer issuer, String token) throws Exception {
    HttpResponse<String> discovery =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(issuer.issuerUrl() + "/.well-known/openid-configuration"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    Map<String, Object> configuration = JSONObjectUtils.parse(discovery.body());
    assertEquals(issuer.issuerUrl(), configuration.get("issuer"));
    JWKSet keys = JWKSet.load(URI.create(String.valueOf(configuration.get("jwks_uri"))).toURL());
    SignedJWT jwt = SignedJWT.parse(token);
    JWSVerifier verifier =
        new RSASSAVerifier(keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey());
    return jwt.verify(verifier);
  }
}
