package uk.carecontracts.providers.authorities;

/** Kinds of English council. */
public enum AuthorityKind {
  /** County council. */
  COUNTY,
  /** Unitary council. */
  UNITARY,
  /** Metropolitan district council. */
  METROPOLITAN_DISTRICT,
  /** London borough council, or the City of London. */
  LONDON_BOROUGH,
  /** District council under a county. */
  DISTRICT
}
