package uk.carecontracts.contracts.register;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.DecommissioningPlan;

/** Bodies of the steps in a contract's life. */
public final class ContractRequests {
  private ContractRequests() {}

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
