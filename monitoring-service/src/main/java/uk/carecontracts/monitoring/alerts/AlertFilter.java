package uk.carecontracts.monitoring.alerts;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;

/** What a list of alerts can be narrowed by. */
public class AlertFilter extends ListFilter {
  @QueryParam("status")
  @Parameter(description = "OPEN, ACKNOWLEDGED or RESOLVED")
  @Nullable AlertStatus status;

  @QueryParam("kind")
  @Parameter(
      description =
          "BREACH, TREND, QUALITY_AFTER_CHANGE, RATING_FALL, EXPIRY, MISSING_RETURN,"
              + " MISSED_VISITS, ACTION_PLAN_LATE, ACTION_DUE or RE_AUDIT_LATE")
  @Nullable AlertKind kind;

  @QueryParam("severity")
  @Parameter(description = "WARNING or SERIOUS")
  @Nullable AlertSeverity severity;

  @QueryParam("contractId")
  @Parameter(description = "Only alerts about this contract")
  @Nullable UUID contractId;

  @QueryParam("providerId")
  @Parameter(description = "Only alerts about this provider")
  @Nullable UUID providerId;

  String fingerprint() {
    return Cursor.fingerprint("alerts", status, kind, severity, contractId, providerId);
  }
}
