package uk.carecontracts.providers.register;

/** Size of an enterprise by the usual bands of staff. */
public enum ProviderSize {
  /** Fewer than 10 staff. */
  MICRO,
  /** 10 to 49. */
  SMALL,
  /** 50 to 249. */
  MEDIUM,
  /** 250 and more. */
  LARGE
}
