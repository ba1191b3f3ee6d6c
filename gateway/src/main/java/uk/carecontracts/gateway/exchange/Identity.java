package uk.carecontracts.gateway.exchange;

import java.util.Set;

/** Who is asking, as far as the gateway could tell. */
public sealed interface Identity {
  /** Nobody said who they are. */
  record Anonymous() implements Identity {}

  /**
   * A client with a valid token.
   *
   * @param id its {@code client_id}
   * @param scopes what it may do
   */
  record Client(String id, Set<String> scopes) implements Identity {}

  /**
   * A token that is not valid.
   *
   * @param detail why, and how to mend it
   */
  record Refused(String detail) implements Identity {}

  /** The issuer could not be asked, so nothing is known about the token. */
  record Unverifiable() implements Identity {}
}
