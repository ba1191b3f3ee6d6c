package uk.carecontracts.monitoring.paymentbyresults;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/**
 * What a period pays: drawn up, agreed, paid. Once agreed it never changes; what turns out wrong is
 * put right on the next one.
 *
 * @param id the statement
 * @param authority GSS code
 * @param modelId the agreement
 * @param contractId the contract
 * @param providerId who is paid
 * @param periodStart first day
 * @param periodEnd last day
 * @param status DRAFT, AGREED or PAID
 * @param content what it says
 * @param agreedBy who agreed it
 * @param agreedAt when
 * @param paidOn day of payment
 * @param paymentReference the finance system's reference
 * @param version raised by every change
 */
@Schema(name = "PaymentStatement")
public record Statement(
    UUID id,
    String authority,
    UUID modelId,
    UUID contractId,
    @Nullable UUID providerId,
    LocalDate periodStart,
    LocalDate periodEnd,
    Status status,
    StatementContent content,
    @Nullable String agreedBy,
    @Nullable Instant agreedAt,
    @Nullable LocalDate paidOn,
    @Nullable String paymentReference,
    long version) {

  /** Where a statement stands. */
  public enum Status {
    /** Drawn up, to be checked by both sides. */
    DRAFT,
    /** Agreed; unchangeable from here on. */
    AGREED,
    /** Paid. */
    PAID
  }

  /** Whole months of the period. */
  int months() {
    return (int) ChronoUnit.MONTHS.between(periodStart, periodEnd.plusDays(1));
  }

  /** Whether a day lies in its period. */
  boolean covers(LocalDate day) {
    return !day.isBefore(periodStart) && !day.isAfter(periodEnd);
  }

  /**
   * Draws a draft up anew.
   *
   * @param payee whom the agreement pays by now
   */
  Statement recalculated(StatementContent now, @Nullable UUID payee) {
    require(Status.DRAFT, "recalculated");
    return new Statement(
        id,
        authority,
        modelId,
        contractId,
        payee,
        periodStart,
        periodEnd,
        Status.DRAFT,
        now,
        null,
        null,
        null,
        null,
        version + 1);
  }

  /** Agrees it as it stands. */
  Statement agree(String by, Instant at) {
    require(Status.DRAFT, "agreed");
    return with(Status.AGREED, by, at, null, null);
  }

  /** Notes that it was paid. */
  Statement pay(LocalDate on, String reference) {
    require(Status.AGREED, "paid");
    return with(Status.PAID, agreedBy, agreedAt, on, reference);
  }

  private void require(Status needed, String what) {
    if (status != needed) {
      throw ProblemException.conflict(
          "STATEMENT_STATUS", "The statement is " + status + " and cannot be " + what + ".");
    }
  }

  private Statement with(
      Status next,
      @Nullable String by,
      @Nullable Instant at,
      @Nullable LocalDate paid,
      @Nullable String reference) {
    return new Statement(
        id,
        authority,
        modelId,
        contractId,
        providerId,
        periodStart,
        periodEnd,
        next,
        content,
        by,
        at,
        paid,
        reference,
        version + 1);
  }
}
