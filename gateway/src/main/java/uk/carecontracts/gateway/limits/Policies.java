package uk.carecontracts.gateway.limits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import uk.carecontracts.gateway.GatewayConfig;
import uk.carecontracts.gateway.exchange.Identity;

/** Which limit holds for whom: of the scopes of a token that have a quota, the largest. */
@ApplicationScoped
public class Policies {
  private final Map<String, Policy> byScope = new HashMap<>();
  private final Policy client;
  private final Policy address;

  Policies(GatewayConfig config) {
    GatewayConfig.RateLimit limits = config.rateLimit();
    client = new Policy("client", limits.client(), limits.window());
    address = new Policy("address", limits.anonymous(), limits.window());
    limits.scopes().ifPresent(all -> all.forEach(text -> add(text.trim(), limits)));
  }

  private void add(String text, GatewayConfig.RateLimit limits) {
    int equals = text.lastIndexOf('=');
    if (equals < 1 || !text.substring(equals + 1).matches("\\d{1,9}")) {
      throw new IllegalArgumentException(
          "gateway.rate-limit.scopes takes 'scope=requests', not '" + text + "'");
    }
    String scope = text.substring(0, equals);
    byScope.put(
        scope, new Policy(scope, Long.parseLong(text.substring(equals + 1)), limits.window()));
  }

  /** The limit of a client, or of an address without a valid token. */
  public Policy of(Identity identity) {
    if (!(identity instanceof Identity.Client known)) {
      return address;
    }
    return known.scopes().stream()
        .map(byScope::get)
        .filter(Objects::nonNull)
        .max(Comparator.comparingLong(Policy::quota).thenComparing(Policy::name))
        .orElse(client);
  }
}
