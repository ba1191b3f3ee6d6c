package uk.carecontracts.contracts.awards;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.Problem.Violation;

/**
 * How an award is decided: body of its resource and of its events.
 *
 * @param qualityPercent weight of quality
 * @param pricePercent weight of price
 * @param results what the scores come to, best first
 * @param missing what stands in the way of a decision
 * @param decision what was decided
 */
public record AwardDecisionView(
    UUID id,
    UUID contractId,
    String authority,
    AwardStatus status,
    @JsonUnwrapped AwardContent content,
    BigDecimal qualityPercent,
    BigDecimal pricePercent,
    List<TenderResult> results,
    List<Violation> missing,
    @Nullable Decision decision,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** What a tender came to. */
  public record TenderResult(
      String tenderer,
      @Nullable BigDecimal total,
      @Nullable Integer rank,
      @Nullable String arithmetic) {}
}
