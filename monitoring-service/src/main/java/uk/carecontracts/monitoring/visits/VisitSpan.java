package uk.carecontracts.monitoring.visits;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of months, of one contract or all.
 *
 * @param from first day of the first month
 * @param to first day of the last month
 * @param contractId the contract, all when absent
 */
record VisitSpan(LocalDate from, LocalDate to, @Nullable UUID contractId) {
  /** On a table under the alias v that has month and contract_id. */
  static final String CONDITION =
      "v.month between ? and ? and (?::uuid is null or v.contract_id = ?::uuid)";

  @Nullable Object[] parameters() {
    return new @Nullable Object[] {from, to, contractId, contractId};
  }
}
