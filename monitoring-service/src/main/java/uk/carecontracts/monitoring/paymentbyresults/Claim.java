package uk.carecontracts.monitoring.paymentbyresults;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/**
 * A result that is to be paid for.
 *
 * @param id the claim
 * @param authority GSS code
 * @param modelId the agreement
 * @param contractId the contract
 * @param providerId who claims
 * @param outcome the outcome measured; absent when a person is claimed
 * @param person pseudonymous reference of the person; absent when an outcome is claimed
 * @param achievedOn the day of the result, or the last day measured
 * @param actual the value measured
 * @param evidence what shows it
 * @param status where it stands
 * @param reason why it was rejected or refuted
 * @param dispute what the provider says to that
 * @param correctedActual the value that holds after it was refuted
 * @param statementId the agreed statement it was counted on
 * @param claimedBy who claimed it
 * @param decidedBy who decided last
 * @param version raised by every change
 */
@Schema(name = "PaymentClaim")
public record Claim(
    UUID id,
    String authority,
    UUID modelId,
    UUID contractId,
    @Nullable UUID providerId,
    @Nullable String outcome,
    @Nullable String person,
    LocalDate achievedOn,
    @Nullable BigDecimal actual,
    String evidence,
    ClaimStatus status,
    @Nullable String reason,
    @Nullable String dispute,
    @Nullable BigDecimal correctedActual,
    @Nullable UUID statementId,
    String claimedBy,
    @Nullable String decidedBy,
    long version) {

  Claim verify(String by) {
    requireOpen("verified");
    return with(ClaimStatus.VERIFIED, null, dispute, null, statementId, by);
  }

  Claim reject(String why, String by) {
    requireOpen("rejected");
    return with(ClaimStatus.REJECTED, why, dispute, null, statementId, by);
  }

  /** The provider says why the rejection is wrong; once, then the officer's word is the last. */
  Claim dispute(String why) {
    if (status != ClaimStatus.REJECTED || dispute != null) {
      throw notNow("disputed");
    }
    return with(ClaimStatus.DISPUTED, reason, why, null, statementId, decidedBy);
  }

  /**
   * Takes a verified result back; what it earned on an agreed statement is clawed back on the next.
   *
   * @param corrected the value that holds instead; for an outcome, the baseline when absent
   */
  Claim refute(String why, @Nullable BigDecimal corrected, String by) {
    if (status != ClaimStatus.VERIFIED) {
      throw notNow("refuted");
    }
    return with(ClaimStatus.REFUTED, why, dispute, corrected, statementId, by);
  }

  /** Notes the agreed statement it was counted on. */
  Claim countedOn(UUID statement) {
    return with(status, reason, dispute, correctedActual, statement, decidedBy);
  }

  /** Whether somebody still has to decide. */
  boolean open() {
    return status == ClaimStatus.CLAIMED || status == ClaimStatus.DISPUTED;
  }

  /** The value that counts: as verified, or as corrected; absent when none does. */
  @Nullable BigDecimal standing() {
    return switch (status) {
      case VERIFIED -> actual;
      case REFUTED -> correctedActual;
      default -> null;
    };
  }

  /** Whether it earns something: a value that stands, or a person verified. */
  boolean earns() {
    return person == null ? standing() != null : status == ClaimStatus.VERIFIED;
  }

  private void requireOpen(String what) {
    if (!open()) {
      throw notNow(what);
    }
  }

  private ProblemException notNow(String what) {
    return ProblemException.conflict(
        "CLAIM_STATUS", "The claim is " + status + " and cannot be " + what + " now.");
  }

  private Claim with(
      ClaimStatus next,
      @Nullable String why,
      @Nullable String disputed,
      @Nullable BigDecimal corrected,
      @Nullable UUID statement,
      @Nullable String by) {
    return new Claim(
        id,
        authority,
        modelId,
        contractId,
        providerId,
        outcome,
        person,
        achievedOn,
        actual,
        evidence,
        next,
        why,
        disputed,
        corrected,
        statement,
        claimedBy,
        by,
        version + 1);
  }
}
