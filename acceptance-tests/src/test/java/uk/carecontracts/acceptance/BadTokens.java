package uk.carecontracts.acceptance;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import uk.carecontracts.stack.infrastructure.LocalIssuer;
import uk.carecontracts.stack.infrastructure.Role;
import uk.carecontracts.stack.infrastructure.TokenMint;

/** Tokens that are wrong in exactly one way, in the name of whoever may do most. */
final class BadTokens {
  private BadTokens() {}

  static Map<String, String> of(StackUnderTest stack) {
    Path state = Path.of(System.getProperty("stack.state", "target/stack"));
    TokenMint mint =
        LocalIssuer.keptMint(
            state.resolve("issuer").resolve("signing-key.json"),
            "http://localhost:" + stack.port("ISSUER") + "/care-contracts");
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("an expired token", mint.expired(Role.ADMIN, BusyStack.OWNER));
    tokens.put("a token of another issuer", mint.wrongIssuer(Role.ADMIN, BusyStack.OWNER));
    tokens.put("a token for another audience", mint.wrongAudience(Role.ADMIN, BusyStack.OWNER));
    tokens.put("a token signed by another key", mint.wrongKey(Role.ADMIN, BusyStack.OWNER));
    tokens.put("an unsigned token", mint.unsigned(Role.ADMIN, BusyStack.OWNER));
    return tokens;
  }
}
