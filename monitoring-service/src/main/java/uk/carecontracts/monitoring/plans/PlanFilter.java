package uk.carecontracts.monitoring.plans;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;

/** What a list of plans can be narrowed by. */
public class PlanFilter extends ListFilter {
  @QueryParam("contractId")
  @Parameter(description = "Only the plan of this contract")
  @Nullable UUID contractId;

  @QueryParam("providerId")
  @Parameter(description = "Only plans whose lead supplier is this provider")
  @Nullable UUID providerId;

  @QueryParam("status")
  @Parameter(description = "OPEN or CLOSED")
  @Nullable PlanStatus status;

  @QueryParam("dueBefore")
  @Parameter(description = "Only plans with a missing return due before this day")
  @Nullable LocalDate dueBefore;

  @QueryParam("overdue")
  @Parameter(description = "Only plans with (true) or without (false) an overdue return")
  @Nullable Boolean overdue;

  String fingerprint() {
    return Cursor.fingerprint("plans", contractId, providerId, status, dueBefore, overdue);
  }
}
