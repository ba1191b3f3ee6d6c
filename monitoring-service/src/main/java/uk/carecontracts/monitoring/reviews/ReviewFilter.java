package uk.carecontracts.monitoring.reviews;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;

/** Which contract reviews a list shows. */
public class ReviewFilter extends ListFilter {
  @QueryParam("contractId")
  @Parameter(description = "Only reviews of this contract")
  @Nullable UUID contractId;

  @QueryParam("status")
  @Parameter(description = "PREPARED or HELD")
  ContractReview.@Nullable Status status;

  @QueryParam("plannedBefore")
  @Parameter(description = "Only reviews planned for a day before this one")
  @Nullable LocalDate plannedBefore;

  Conditions conditions() {
    return new Conditions()
        .and("contract_id = ?", contractId)
        .and("status = ?", status)
        .and("state ->> 'plannedFor' < ?", plannedBefore == null ? null : plannedBefore.toString());
  }

  String fingerprint() {
    return Cursor.fingerprint("contract-reviews", contractId, status, plannedBefore);
  }
}
