package uk.carecontracts.contracts.register;

import java.util.Arrays;
import java.util.Optional;

/** What can happen to a contract, as published on the topic contracts.v1. */
public enum ContractEvent {
  DRAFTED("contract.drafted.v1"),
  IMPORTED("contract.imported.v1"),
  TENDER_PUBLISHED("contract.tender-published.v1"),
  AWARDED("contract.awarded.v1"),
  ACTIVATED("contract.activated.v1"),
  AMENDED("contract.amended.v1"),
  CORRECTED("contract.corrected.v1"),
  VARIATION_PROPOSED("contract.variation-proposed.v1"),
  VARIED("contract.varied.v1"),
  EXTENDED("contract.extended.v1"),
  BREAK_EXERCISED("contract.break-exercised.v1"),
  SUPPLIER_IDENTIFIED("contract.supplier-identified.v1"),
  EXPIRED("contract.expired.v1"),
  ENDING_ANNOUNCED("contract.ending-announced.v1"),
  ENDING_WITHDRAWN("contract.ending-withdrawn.v1"),
  TERMINATED("contract.terminated.v1"),
  CANCELLED("contract.cancelled.v1"),
  DECOMMISSIONED("contract.decommissioned.v1");

  /** The kind of aggregate all these happen to. */
  public static final String AGGREGATE = "contract";

  private final String type;

  ContractEvent(String type) {
    this.type = type;
  }

  /** The event's type. */
  public String type() {
    return type;
  }

  /** The event of a type; empty for a type of a later version of this service. */
  public static Optional<ContractEvent> of(String type) {
    return Arrays.stream(values()).filter(each -> each.type.equals(type)).findFirst();
  }
}
