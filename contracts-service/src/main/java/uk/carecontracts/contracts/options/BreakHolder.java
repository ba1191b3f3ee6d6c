package uk.carecontracts.contracts.options;

/** Who may break a contract off. */
public enum BreakHolder {
  /** The authority alone. */
  AUTHORITY,
  /** The supplier alone. */
  SUPPLIER,
  /** Either of them. */
  EITHER;

  /** Whether this side may. */
  boolean allows(BreakHolder side) {
    return this == EITHER || this == side;
  }
}
