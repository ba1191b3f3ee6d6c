package uk.carecontracts.monitoring.actions;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/** Which action plans a list shows. */
public class ActionPlanFilter extends ListFilter {
  @QueryParam("contractId")
  @Parameter(description = "Only plans of this contract")
  @Nullable UUID contractId;

  @QueryParam("providerId")
  @Parameter(description = "Only plans of this provider's contracts")
  @Nullable UUID providerId;

  @QueryParam("status")
  @Parameter(description = "OPEN or COMPLETED")
  ActionPlan.@Nullable Status status;

  @QueryParam("dueBefore")
  @Parameter(description = "Only plans with an open action due before this day")
  @Nullable LocalDate dueBefore;

  @QueryParam("reviewId")
  @Parameter(description = "Only the plan agreed at this contract review")
  @Nullable UUID reviewId;

  Conditions conditions() {
    return new Conditions()
        .and("contract_id = ?", contractId)
        .and("provider_id" + ProviderRecords.ANY_RECORD_OF, providerId)
        .and("review_id = ?", reviewId)
        .and("status = ?", status)
        .and("next_due < ?", dueBefore == null ? null : dueBefore.toString());
  }

  String fingerprint() {
    return Cursor.fingerprint("action-plans", contractId, providerId, reviewId, status, dueBefore);
  }
}
