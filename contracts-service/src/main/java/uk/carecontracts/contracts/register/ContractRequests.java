package uk.carecontracts.contracts.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.DecommissioningPlan;

/** Bodies of the steps in a contract's life. */
public final class ContractRequests {
  private ContractRequests() {}

  /**
   * Mends what the register says of a contract by what was signed.
   *
   * @param reason how the register came to say otherwise; public where nothing is kept back
   * @param document the document it is read from and where in it; public likewise
   * @param change merge patch (RFC 7396) of the contract's terms
   */
  @Schema(name = "ContractCorrection")
  public record Correction(
      @NotBlank @Size(max = 2000) String reason,
      @NotBlank @Size(max = 1000) String document,
      @NotNull @Schema(ref = "#/components/schemas/ContractTermsPatch") ObjectNode change) {
    /** Why, for the contract's history. */
    String historyNote() {
      return "Correction: " + reason + " (read from " + document + ")";
    }
  }

  /** Ends an active contract early. */
  public record Termination(@NotNull LocalDate date, @NotBlank @Size(max = 2000) String reason) {}

  /** Takes an announced ending back. */
  public record EndingWithdrawal(@NotBlank @Size(max = 2000) String reason) {}

  /** Gives up a contract; today when no date is given. */
  public record Cancellation(@Nullable LocalDate date, @NotBlank @Size(max = 2000) String reason) {}

  /** Winds a service down; by the plan that is kept, unless none is and one is given here. */
  public record Decommissioning(
      @Nullable @Valid DecommissioningPlan plan, @NotBlank @Size(max = 2000) String reason) {}
}
