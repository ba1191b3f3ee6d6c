package uk.carecontracts.contracts.uplift;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * What became of an approved uplift for one contract.
 *
 * @param contractId the contract
 * @param reference its reference
 * @param outcome what became of it
 * @param variationId the PRICE variation that carries it
 * @param newAnnualValue the value it leads to
 * @param reason why not, where it was refused
 */
public record Approval(
    UUID contractId,
    String reference,
    Outcome outcome,
    @Nullable UUID variationId,
    @Nullable Money newAnnualValue,
    @Nullable String reason) {

  /** What became of it. */
  public enum Outcome {
    /** A PRICE variation was proposed; its parties must agree. */
    PROPOSED,
    /** The contract has an uplift from that day already; nothing was done. */
    ALREADY_UPLIFTED,
    /** A rule says no; the reason tells which. */
    REFUSED
  }

  static Approval refused(ContractExposure exposure, String reason) {
    return new Approval(
        exposure.contractId(), exposure.reference(), Outcome.REFUSED, null, null, reason);
  }
}
