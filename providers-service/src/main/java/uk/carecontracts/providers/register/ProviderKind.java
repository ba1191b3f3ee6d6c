package uk.carecontracts.providers.register;

/** What sort of organisation a provider is. */
public enum ProviderKind {
  /** Limited company, plc or limited liability partnership. */
  COMPANY,
  /** Registered charity, incorporated or not. */
  CHARITY,
  /** Community interest company. */
  CIC,
  /** Mutual, co-operative or community benefit society. */
  MUTUAL,
  /** National Health Service body. */
  NHS,
  /** Local authority, including a council's own service. */
  LOCAL_AUTHORITY,
  /** Person in business alone. */
  SOLE_TRADER,
  /** Persons in business together without incorporation. */
  PARTNERSHIP,
  /** Anything else. */
  OTHER
}
