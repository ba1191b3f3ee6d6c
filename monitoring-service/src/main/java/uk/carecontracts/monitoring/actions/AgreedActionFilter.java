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

/** Which actions a list shows, over all plans. */
public class AgreedActionFilter extends ListFilter {
  @QueryParam("status")
  @Parameter(description = "OPEN, DONE or VERIFIED")
  Action.@Nullable Status status;

  @QueryParam("dueBefore")
  @Parameter(description = "Only actions due before this day")
  @Nullable LocalDate dueBefore;

  @QueryParam("late")
  @Parameter(
      description =
          "Only actions that are (true) or are not (false) open although their day passed")
  @Nullable Boolean late;

  @QueryParam("owner")
  @Parameter(description = "Only actions whose owner contains this, in capitals or not")
  @Nullable String owner;

  @QueryParam("contractId")
  @Parameter(description = "Only actions of this contract")
  @Nullable UUID contractId;

  @QueryParam("providerId")
  @Parameter(description = "Only actions of this provider's contracts")
  @Nullable UUID providerId;

  @QueryParam("assessmentId")
  @Parameter(description = "Only actions that answer this assessment")
  @Nullable UUID assessmentId;

  @QueryParam("concernId")
  @Parameter(description = "Only actions that answer this concern")
  @Nullable UUID concernId;

  @QueryParam("reviewId")
  @Parameter(description = "Only actions agreed at this contract review")
  @Nullable UUID reviewId;

  /** The conditions; plans without an action that could be shown are passed over by their index. */
  Conditions conditions(LocalDate today) {
    boolean open = status == Action.Status.OPEN || Boolean.TRUE.equals(late);
    Conditions conditions = new Conditions();
    if (late != null) {
      conditions.all("(a.status = 'OPEN' and a.due_on < ?) = ?", today.toString(), late);
    }
    return conditions
        .when(open, "a.plan_status = 'OPEN'")
        .and("a.next_due < ?", open && dueBefore != null ? dueBefore.toString() : null)
        .and("a.next_due < ?", Boolean.TRUE.equals(late) ? today.toString() : null)
        .and("a.status = ?", status)
        .and("a.due_on < ?", dueBefore == null ? null : dueBefore.toString())
        .and("position(lower(?) in lower(a.owner)) > 0", owner)
        .and("a.contract_id = ?", contractId)
        .and("a.provider_id" + ProviderRecords.ANY_RECORD_OF, providerId)
        .and("a.assessment_id = ?", assessmentId)
        .and("a.concern_id = ?", concernId)
        .and("a.review_id = ?", reviewId);
  }

  String fingerprint() {
    return Cursor.fingerprint(
        "agreed-actions",
        status,
        dueBefore,
        late,
        owner,
        contractId,
        providerId,
        assessmentId,
        concernId,
        reviewId);
  }
}
