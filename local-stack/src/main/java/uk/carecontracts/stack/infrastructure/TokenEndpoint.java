package uk.carecontracts.stack.infrastructure;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.stack.infrastructure.LocalIssuer.Answer;

/**
 * The token endpoint: the role is the client's name, the council comes from the form parameter
 * {@code authority} or from a scope such as {@code authority:E10000017}, a provider from the form
 * parameter {@code provider_id}.
 */
final class TokenEndpoint {

  private static final String AUTHORITY_SCOPE = "authority:";
  private static final String BASIC = "Basic ";

  private final Supplier<TokenMint> mint;

  TokenEndpoint(Supplier<TokenMint> mint) {
    this.mint = mint;
  }

  Answer answer(HttpExchange exchange) throws IOException {
    if (!"POST".equals(exchange.getRequestMethod())) {
      return refused(405, "invalid_request", "use POST");
    }
    Map<String, String> form =
        form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if (!"client_credentials".equals(form.get("grant_type"))) {
      return refused(400, "unsupported_grant_type", "use client_credentials");
    }
    String client = client(exchange.getRequestHeaders().getFirst("Authorization"), form);
    try {
      return granted(Role.ofClient(client), form);
    } catch (IllegalArgumentException e) {
      return refused(401, "invalid_client", String.valueOf(e.getMessage()));
    }
  }

  private Answer granted(Role role, Map<String, String> form) {
    String provider = form.get("provider_id");
    String token =
        mint.get()
            .token(role, authority(form), provider == null ? null : UUID.fromString(provider));
    return new Answer(
        200,
        Map.of(
            "access_token",
            token,
            "token_type",
            "Bearer",
            "expires_in",
            TokenMint.LIFETIME.toSeconds(),
            "scope",
            role.scope()));
  }

  private static Answer refused(int status, String error, String description) {
    return new Answer(status, Map.of("error", error, "error_description", description));
  }

  private static @Nullable String authority(Map<String, String> form) {
    if (form.containsKey("authority")) {
      return form.get("authority");
    }
    return Stream.of(form.getOrDefault("scope", "").split(" ", -1))
        .filter(scope -> scope.startsWith(AUTHORITY_SCOPE))
        .map(scope -> scope.substring(AUTHORITY_SCOPE.length()))
        .findFirst()
        .orElse(null);
  }

  private static String client(@Nullable String authorization, Map<String, String> form) {
    if (authorization == null || !authorization.startsWith(BASIC)) {
      return form.getOrDefault("client_id", "");
    }
    byte[] pair = Base64.getDecoder().decode(authorization.substring(BASIC.length()));
    return decoded(new String(pair, StandardCharsets.UTF_8).split(":", 2)[0]);
  }

  private static Map<String, String> form(String body) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
