package uk.carecontracts.monitoring.visits;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;

/** What a list of visits can be narrowed by. */
public class VisitFilter extends ListFilter {
  @QueryParam("contractId")
  @Parameter(description = "Only visits under this contract")
  @Nullable UUID contractId;

  @QueryParam("providerId")
  @Parameter(description = "Only visits made by this provider")
  @Nullable UUID providerId;

  @QueryParam("month")
  @Parameter(description = "Only visits planned for this month, such as 2026-10")
  @Nullable String month;

  @QueryParam("status")
  @Parameter(description = "DELIVERED, FRUSTRATED, MISSED or CANCELLED")
  @Nullable VisitStatus status;

  @QueryParam("onTime")
  @Parameter(description = "Only delivered visits that were (true) or were not (false) on time")
  @Nullable Boolean onTime;

  @QueryParam("short")
  @Parameter(description = "Only delivered visits that were (true) or were not (false) short")
  @Nullable Boolean shortened;

  @QueryParam("person")
  @Parameter(description = "Only visits to this person, by pseudonymous reference")
  @Nullable String person;

  String fingerprint() {
    return Cursor.fingerprint(
        "visits", contractId, providerId, month, status, onTime, shortened, person);
  }
}
