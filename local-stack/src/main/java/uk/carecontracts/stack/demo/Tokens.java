package uk.carecontracts.stack.demo;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import uk.carecontracts.stack.infrastructure.Role;
import uk.carecontracts.stack.infrastructure.TokenMint;

/** The bearer tokens of the people in the demo, each made once. */
final class Tokens {
  private final TokenMint mint;
  private final Map<String, String> made = new ConcurrentHashMap<>();

  Tokens(TokenMint mint) {
    this.mint = mint;
  }

  /** An officer of a council. */
  String officer(Role role, DemoAuthority authority) {
    return made.computeIfAbsent(
        role + authority.code(), name -> mint.token(role, authority.code(), null));
  }

  /** Another officer of a council, who may decide what the first one prepared. */
  String colleague(Role role, DemoAuthority authority) {
    return made.computeIfAbsent(
        "colleague " + role + authority.code(),
        name -> mint.token(role.clientId() + "-colleague", role.scope(), authority.code(), null));
  }

  /** A provider working for a council. */
  String provider(DemoAuthority authority, UUID provider) {
    return made.computeIfAbsent(
        provider + authority.code(), name -> mint.token(Role.PROVIDER, authority.code(), provider));
  }
}
