package uk.carecontracts.contracts.uplift;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * What the clauses of a simulation give for one contract.
 *
 * @param contractId the contract
 * @param reference its reference
 * @param title its title
 * @param serviceType its service
 * @param annualValue its value in a year before the uplift
 * @param derived whether that was worked out from total and term, since none is stated
 * @param results one for each clause
 */
public record ContractExposure(
    UUID contractId,
    String reference,
    String title,
    @Nullable String serviceType,
    Money annualValue,
    boolean derived,
    List<Result> results) {

  /**
   * What one clause gives.
   *
   * @param clause its name
   * @param upliftPercent to two places; the new value uses it exact
   * @param exactPercent exact; absent in simulations from before it was kept
   * @param newAnnualValue after the uplift
   * @param increase new less old
   */
  @Schema(name = "UpliftResult")
  public record Result(
      String clause,
      BigDecimal upliftPercent,
      @Nullable BigDecimal exactPercent,
      Money newAnnualValue,
      Money increase) {
    /** By how much prices rise. */
    BigDecimal percent() {
      return exactPercent == null ? upliftPercent : exactPercent;
    }
  }
}
