package uk.carecontracts.stack.infrastructure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a system or person may do, as the token's {@code scope} claim says it. */
public enum Role {
  /** Keeps the contract register. */
  CONTRACTS("contracts:write"),
  /** Keeps provider records. */
  PROVIDERS("providers:write"),
  /** Keeps monitoring plans and scorecards. */
  MONITORING("monitoring:write"),
  /** A provider that sends returns for its own contracts. */
  PROVIDER("returns:submit"),
  /** Sends feedback of people who draw on care. */
  FEEDBACK("feedback:submit"),
  /** Operates the product. */
  ADMIN("admin");

  private final String scope;

  Role(String scope) {
    this.scope = scope;
  }

  /** The OAuth scope that this role is. */
  public String scope() {
    return scope;
  }

  /** The name of the role's client at the issuer, for instance {@code contracts}. */
  public String clientId() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role whose client has this name.
   *
   * @throws IllegalArgumentException for another name, listing those that exist
   */
  public static Role ofClient(String clientId) {
    return Arrays.stream(values())
        .filter(role -> role.clientId().equals(clientId))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no role " + clientId + "; roles are " + names()));
  }

  /** The scopes of every role. */
  static List<String> scopes() {
    return Arrays.stream(values()).map(Role::scope).toList();
  }

  private static String names() {
    return String.join(", ", Arrays.stream(values()).map(Role::clientId).toList());
  }
}
