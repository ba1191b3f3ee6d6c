package uk.carecontracts.monitoring.paymentbyresults;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.carecontracts.monitoring.arithmetic.Step;

/**
 * What a statement says.
 *
 * @param baseAmount paid whatever the results
 * @param outcomeAmount earned by the results of the period
 * @param clawbacks what earlier statements paid too much, one by one
 * @param total all together, in pounds
 * @param claims the results counted
 * @param steps the working, line by line
 */
@Schema(name = "PaymentStatementContent")
public record StatementContent(
    BigDecimal baseAmount,
    BigDecimal outcomeAmount,
    List<Clawback> clawbacks,
    BigDecimal total,
    List<UUID> claims,
    List<Step> steps) {

  /**
   * What an earlier statement paid too much for results refuted since, or too little for results
   * upheld since.
   *
   * @param statementId the earlier statement
   * @param amount pounds; negative when it is taken back
   */
  @Schema(name = "PaymentClawback")
  public record Clawback(UUID statementId, BigDecimal amount) {}

  /** What the period itself earned, before clawbacks. */
  BigDecimal earned() {
    return baseAmount.add(outcomeAmount);
  }

  /** What it takes back of earlier statements, or adds to them. */
  BigDecimal clawedBack() {
    return clawbacks.stream().map(Clawback::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
