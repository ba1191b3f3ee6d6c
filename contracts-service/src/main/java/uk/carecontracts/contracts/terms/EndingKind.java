package uk.carecontracts.contracts.terms;

/** In which way a contract ends before its time. */
public enum EndingKind {
  /** Ended by notice or for a reason. */
  TERMINATION(ContractStatus.TERMINATED),
  /** Wound down by a plan for the people of the service. */
  DECOMMISSIONING(ContractStatus.DECOMMISSIONED),
  /** Given up before it was active. */
  CANCELLATION(ContractStatus.CANCELLED);

  private final ContractStatus status;

  EndingKind(ContractStatus status) {
    this.status = status;
  }

  /** What the contract is once it has ended so. */
  public ContractStatus status() {
    return status;
  }
}
