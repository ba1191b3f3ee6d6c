package uk.carecontracts.contracts.risk;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * The risk of a contract as monitoring last assessed it.
 *
 * @param tier LOW, MEDIUM, HIGH or ENHANCED
 * @param score 0 to 100
 * @param flagged whether its keeper should look at it now
 * @param reasons why, in monitoring's words
 * @param assessedAt when
 */
public record ContractRisk(
    String tier, BigDecimal score, boolean flagged, JsonNode reasons, Instant assessedAt) {
  /** A short word that changes with the assessment, for entity tags. */
  public String mark() {
    return "r" + Long.toString(assessedAt.toEpochMilli(), 36);
  }
}
