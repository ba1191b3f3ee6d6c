package uk.carecontracts.contracts.duties;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.Regime;

/** The filters of the list of duties; those given must all hold. */
public class DutyFilter {
  @QueryParam("status")
  @Parameter(description = "DUE, LATE, DONE or NOT_APPLICABLE; without it all but NOT_APPLICABLE")
  @Nullable DutyStatus status;

  @QueryParam("contractId")
  @Parameter(description = "Of one contract")
  @Nullable UUID contractId;

  @QueryParam("code")
  @Parameter(description = "Which duty, such as CONTRACT_DETAILS")
  @Nullable String code;

  @QueryParam("regime")
  @Parameter(description = "Of contracts of a regime")
  @Nullable Regime regime;

  @QueryParam("dueFrom")
  @Parameter(description = "Due on or after this day")
  @Nullable LocalDate dueFrom;

  @QueryParam("dueTo")
  @Parameter(description = "Due on or before this day")
  @Nullable LocalDate dueTo;

  Object[] parts() {
    return new @Nullable Object[] {status, contractId, code, regime, dueFrom, dueTo};
  }
}
