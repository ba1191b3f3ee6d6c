package uk.carecontracts.contracts.options;

/** What must be decided about a running contract by a day. */
public enum DecisionKind {
  /** What follows its last day. */
  END,
  /** How it does, on its review date. */
  REVIEW,
  /** Whether to take the next extension: last day of notice. */
  EXTENSION_NOTICE,
  /** Whether to break it off: last day of notice. */
  BREAK_NOTICE
}
