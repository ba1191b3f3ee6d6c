package uk.carecontracts.providers.ownership;

/** What a step upwards leads to. */
public enum OwnershipKind {
  /** The organisation that controls the provider. */
  OWNER,
  /** A name that providers of several owners may share. */
  BRAND
}
