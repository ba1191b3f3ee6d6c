package uk.carecontracts.contracts.options;

/** Where an option or a clause stands. */
public enum OptionStatus {
  /** It can be taken. */
  OPEN,
  /** It was taken. */
  EXERCISED,
  /** It can no longer be taken, unless only its notice was missed and was given after all. */
  LAPSED
}
