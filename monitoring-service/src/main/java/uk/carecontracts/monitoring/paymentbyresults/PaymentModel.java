package uk.carecontracts.monitoring.paymentbyresults;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * A contract's agreement to pay for results. Its terms stand as agreed; other terms are another
 * model.
 *
 * @param id the model
 * @param authority GSS code
 * @param contractId the contract
 * @param contractReference its reference
 * @param providerId the lead supplier's record
 * @param status ACTIVE or ENDED
 * @param startsOn first day
 * @param endsOn last day; open when absent
 * @param terms what pays
 * @param version raised by every change
 */
@Schema(name = "PaymentModel")
public record PaymentModel(
    UUID id,
    String authority,
    UUID contractId,
    String contractReference,
    @Nullable UUID providerId,
    Status status,
    LocalDate startsOn,
    @Nullable LocalDate endsOn,
    ModelTerms terms,
    long version) {

  /** Whether results are still paid for. */
  public enum Status {
    ACTIVE,
    ENDED
  }

  /** Ends the agreement; statements for days up to then may still be drawn up. */
  PaymentModel end(LocalDate on) {
    if (status == Status.ENDED) {
      throw ProblemException.conflict("MODEL_ENDED", "The model ended on " + endsOn + ".");
    }
    if (on.isBefore(startsOn)) {
      throw new RuleViolation("MODEL_DATES_INVALID", "It cannot end before it starts.", "/endsOn");
    }
    return with(providerId, Status.ENDED, on);
  }

  /** Whether the agreement covers some days. */
  boolean covers(LocalDate first, LocalDate last) {
    return !first.isBefore(startsOn) && (endsOn == null || !last.isAfter(endsOn));
  }

  /** It goes on with the supplier the contract has now. */
  PaymentModel suppliedBy(UUID provider) {
    return with(provider, status, endsOn);
  }

  private PaymentModel with(@Nullable UUID provider, Status next, @Nullable LocalDate last) {
    return new PaymentModel(
        id,
        authority,
        contractId,
        contractReference,
        provider,
        next,
        startsOn,
        last,
        terms,
        version + 1);
  }
}
