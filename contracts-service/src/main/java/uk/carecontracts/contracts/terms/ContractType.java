package uk.carecontracts.contracts.terms;

/** Kinds of agreement on the register (DOMAIN.md, glossary and S7). */
public enum ContractType {
  /** Pays for reserved volume. */
  BLOCK,
  /** Buys one placement at a time. */
  SPOT,
  /** Promises terms; contracts are called off under it. */
  FRAMEWORK,
  /** A framework that stays open for new suppliers. */
  DYNAMIC_MARKET,
  /** A contract made under a framework or dynamic market. */
  CALL_OFF,
  /** An agreement with an in-house unit. */
  SLA,
  /** Partners sharing risk and reward. */
  ALLIANCE,
  /** Money given for a purpose, not a purchase. */
  GRANT;

  /** Agreements whose value is a ceiling and never spend. */
  public boolean onlyPromisesTerms() {
    return this == FRAMEWORK || this == DYNAMIC_MARKET;
  }
}
