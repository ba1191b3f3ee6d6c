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
  /** A supplier's breach had an outcome, or a supplier was found not to have improved. */
  PERFORMANCE_FAILURE,
  /** It ended, whatever way. */
  END,
  /** A published tender was given up. */
  TENDER_GIVEN_UP;

  /** Whether it follows from where the contract stands, not from something done about it. */
  boolean isOfTheContract() {
    return this != CHANGE && this != PAYMENT_QUARTER && this != PERFORMANCE_FAILURE;
  }
}
