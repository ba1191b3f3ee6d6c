package uk.carecontracts.contracts.duties;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;

/**
 * What follows from a rule for a contract.
 *
 * @param rule the rule
 * @param contractId the contract
 * @param changeId the change, or the payments, it is about
 * @param occurrence which of several
 * @param dueOn by when; null when it does not apply
 * @param reason why it is due then, or why it does not apply
 * @param metBy where it is fulfilled by itself
 */
record Duty(
    DutyRule rule,
    UUID contractId,
    @Nullable UUID changeId,
    String occurrence,
    @Nullable LocalDate dueOn,
    String reason,
    @Nullable String metBy) {

  /** The same for the same duty, whenever it is worked out. */
  UUID id() {
    return Ids.named("duty/" + contractId + "/" + rule.code() + "/" + occurrence);
  }

  boolean applicable() {
    return dueOn != null;
  }
}
