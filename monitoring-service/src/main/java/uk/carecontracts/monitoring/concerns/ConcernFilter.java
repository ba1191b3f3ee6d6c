package uk.carecontracts.monitoring.concerns;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/** Which concerns a list shows. */
public class ConcernFilter extends ListFilter {
  @QueryParam("contractId")
  @Parameter(description = "Only concerns about this contract")
  @Nullable UUID contractId;

  @QueryParam("providerId")
  @Parameter(description = "Only concerns about this provider")
  @Nullable UUID providerId;

  @QueryParam("status")
  @Parameter(description = "OPEN or CLOSED")
  Concern.@Nullable Status status;

  @QueryParam("severity")
  @Parameter(description = "LOW, MODERATE or SERIOUS")
  Concern.@Nullable Severity severity;

  @QueryParam("kind")
  @Parameter(description = "QUALITY or SAFEGUARDING")
  Concern.@Nullable Kind kind;

  Conditions conditions() {
    return new Conditions()
        .and("contract_id = ?", contractId)
        .and("provider_id" + ProviderRecords.ANY_RECORD_OF, providerId)
        .and("status = ?", status)
        .and("severity = ?", severity)
        .and("kind = ?", kind);
  }

  String fingerprint() {
    return Cursor.fingerprint("concerns", contractId, providerId, status, severity, kind);
  }
}
