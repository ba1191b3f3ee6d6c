package uk.carecontracts.monitoring.voice;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/** Which feedback a list shows. */
public class FeedbackFilter extends ListFilter {
  @QueryParam("contractId")
  @Parameter(description = "Only about this contract")
  @Nullable UUID contractId;

  @QueryParam("providerId")
  @Parameter(description = "Only about this provider's contracts")
  @Nullable UUID providerId;

  @QueryParam("status")
  @Parameter(description = "RECEIVED, ANSWERED or PUBLISHED")
  Feedback.@Nullable Status status;

  @QueryParam("theme")
  @Parameter(description = "Only what has this theme")
  @Nullable String theme;

  @QueryParam("since")
  @Parameter(description = "Only what came on this day or later")
  @Nullable LocalDate since;

  Conditions conditions() {
    return new Conditions()
        .and("contract_id = ?", contractId)
        .and("provider_id" + ProviderRecords.ANY_RECORD_OF, providerId)
        .and("status = ?", status)
        .and("themes ?? ?", theme)
        .and("received_on >= ?", since == null ? null : since.toString());
  }

  String fingerprint() {
    return Cursor.fingerprint("feedback", contractId, providerId, status, theme, since);
  }
}
