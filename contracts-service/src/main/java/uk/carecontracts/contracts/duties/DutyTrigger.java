package uk.carecontracts.contracts.duties;

/** What starts the clock of a duty. */
public enum DutyTrigger {
  /** The tender is published. */
  TENDER,
  /** A supplier is chosen without competition. */
  DIRECT_AWARD,
  /** A supplier is chosen. */
  AWARD,
  /** Counted back from the day the contract is entered. */
  BEFORE_ENTRY,
  /** The contract is entered: signed, or begun. */
  ENTRY,
  /** The end of the calendar quarter in which it is entered. */
  QUARTER_OF_ENTRY,
  /** Every so often from its first day, while it runs. */
  ANNIVERSARY,
  /** It is about to be changed. */
  CHANGE,
  /** The end of a calendar quarter in which large payments were made. */
  PAYMENT_QUARTER,
  /** It ended, whatever way. */
  END,
  /** A published tender was given up. */
  TENDER_GIVEN_UP
}
