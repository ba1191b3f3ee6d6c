package uk.carecontracts.providers.costs;

/** Where a cost model stands. */
public enum CostModelStatus {
  /** Handed in, not yet judged. */
  SUBMITTED,
  /** The authority reckons with it. */
  ACCEPTED,
  /** The authority does not believe it, for a reason. */
  DECLINED,
  /** A later one was accepted in its place. */
  REPLACED,
  /** Taken back. */
  WITHDRAWN
}
