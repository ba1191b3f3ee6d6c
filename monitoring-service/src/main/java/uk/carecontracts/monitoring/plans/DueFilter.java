package uk.carecontracts.monitoring.plans;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;

/** What a list of due returns can be narrowed by. */
public class DueFilter extends ListFilter {
  @QueryParam("planId")
  @Parameter(description = "Only returns of this plan")
  @Nullable UUID planId;

  @QueryParam("providerId")
  @Parameter(description = "Only returns this provider is to send")
  @Nullable UUID providerId;

  @QueryParam("dueBefore")
  @Parameter(description = "Only returns due before this day")
  @Nullable LocalDate dueBefore;

  @QueryParam("overdue")
  @Parameter(description = "Only returns whose due day has (true) or has not (false) passed")
  @Nullable Boolean overdue;

  String fingerprint() {
    return Cursor.fingerprint("due", planId, providerId, dueBefore, overdue);
  }
}
