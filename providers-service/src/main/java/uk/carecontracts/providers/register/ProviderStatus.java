package uk.carecontracts.providers.register;

/** Where a record stands. */
public enum ProviderStatus {
  /** In use. */
  ACTIVE,
  /** A duplicate: its survivor speaks for it. */
  MERGED
}
