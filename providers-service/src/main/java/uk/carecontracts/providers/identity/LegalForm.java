package uk.carecontracts.providers.identity;

/** The legal form that a name declares. Two different declared forms are two organisations. */
public enum LegalForm {
  /** Private company limited by shares or guarantee. */
  LIMITED,
  /** Public limited company. */
  PLC,
  /** Limited liability partnership. */
  LLP,
  /** Community interest company. */
  CIC,
  /** Charitable incorporated organisation. */
  CIO,
  /** The name declares none. */
  UNSTATED;

  /** Whether the register of this form lets no second organisation take the same name. */
  public boolean registered() {
    return this != UNSTATED;
  }

  /** Whether names in these two forms could belong to one organisation. */
  public boolean compatibleWith(LegalForm other) {
    return this == other || this == UNSTATED || other == UNSTATED;
  }
}
