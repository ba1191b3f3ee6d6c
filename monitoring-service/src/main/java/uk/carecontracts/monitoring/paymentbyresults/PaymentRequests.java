package uk.carecontracts.monitoring.paymentbyresults;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to agree, claim, decide and pay. */
final class PaymentRequests {
  private PaymentRequests() {}

  /**
   * A model to agree.
   *
   * @param contractId the contract
   * @param startsOn first day
   * @param endsOn last day; open when left out
   * @param terms what pays
   */
  @Schema(name = "PaymentModelAgreement")
  public record ModelAgreement(
      @NotNull UUID contractId,
      @NotNull LocalDate startsOn,
      @Nullable LocalDate endsOn,
      @NotNull @Valid ModelTerms terms) {}

  /**
   * The end of a model.
   *
   * @param endsOn its last day
   */
  @Schema(name = "PaymentModelEnd")
  public record ModelEnd(@NotNull LocalDate endsOn) {}

  /**
   * A result to claim: either an outcome with its value, or a person.
   *
   * @param outcome name of the outcome as agreed
   * @param actual the value measured
   * @param person pseudonymous reference of the person
   * @param achievedOn the day of the result, or the last day measured
   * @param evidence what shows it
   */
  @Schema(name = "PaymentClaimRequest")
  public record ClaimRequest(
      @Nullable @Size(max = 300) String outcome,
      @Nullable BigDecimal actual,
      @Nullable @Size(max = 80) String person,
      @NotNull LocalDate achievedOn,
      @NotBlank @Size(max = 2000) String evidence) {}

  /**
   * A reason.
   *
   * @param reason why
   */
  @Schema(name = "PaymentReason")
  public record Reason(@NotBlank @Size(max = 2000) String reason) {}

  /**
   * A refutation.
   *
   * @param reason why the result does not hold
   * @param correctedActual the value that holds instead; an outcome earns nothing when left out
   */
  @Schema(name = "PaymentRefutation")
  public record Refutation(
      @NotBlank @Size(max = 2000) String reason, @Nullable BigDecimal correctedActual) {}

  /**
   * A period to draw a statement up for: whole months.
   *
   * @param periodStart first day
   * @param periodEnd last day
   */
  @Schema(name = "PaymentStatementRequest")
  public record StatementRequest(@NotNull LocalDate periodStart, @NotNull LocalDate periodEnd) {}

  /**
   * A payment made.
   *
   * @param paidOn the day
   * @param reference the finance system's reference
   */
  @Schema(name = "PaymentMade")
  public record PaymentMade(
      @NotNull LocalDate paidOn, @NotBlank @Size(max = 100) String reference) {}
}
