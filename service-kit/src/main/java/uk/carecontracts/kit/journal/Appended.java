package uk.carecontracts.kit.journal;

/** Fired with the transaction that appends, so that the relay wakes when it commits. */
record Appended() {}
