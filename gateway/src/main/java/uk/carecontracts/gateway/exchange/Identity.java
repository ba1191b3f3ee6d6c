package uk.carecontracts.gateway.exchange;

/** Who is asking, as far as the gateway could tell. */
public sealed interface Identity {
  /** Nobody said who they are. */
  record Anonymous() implements Identity {}

  /**
   * A client with a valid token.
   *
   * @param id its {@code client_id}
   */
  record Client(String id) implements Identity {}

  /**
   * A token that is not valid.
   *
   * @param detail why, and how to mend it
   */
  record Refused(String detail) implements Identity {}

  /** The issuer could not be asked, so nothing is known about the token. */
  record Unverifiable() implements Identity {}
}
