package uk.carecontracts.monitoring.visits;

/** Why a visit waits. */
public enum ParkReason {
  /** The authority has no contract of that reference, as far as its events have told. */
  CONTRACT_UNKNOWN,
  /** The contract is known, but the provider is none of its suppliers. */
  PROVIDER_UNKNOWN
}
