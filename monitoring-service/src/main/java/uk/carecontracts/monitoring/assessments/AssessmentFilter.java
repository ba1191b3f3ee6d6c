package uk.carecontracts.monitoring.assessments;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/** Which assessments a list shows. */
public class AssessmentFilter extends ListFilter {
  @QueryParam("contractId")
  @Parameter(description = "Only assessments of this contract")
  @Nullable UUID contractId;

  @QueryParam("providerId")
  @Parameter(description = "Only assessments of this provider's contracts")
  @Nullable UUID providerId;

  @QueryParam("status")
  @Parameter(description = "DRAFT, SHARED or PUBLISHED")
  Assessment.@Nullable Status status;

  Conditions conditions(boolean officer) {
    return new Conditions()
        .and("contract_id = ?", contractId)
        .and("provider_id" + ProviderRecords.ANY_RECORD_OF, providerId)
        .and("status = ?", status)
        .when(!officer, "status <> 'DRAFT'");
  }

  String fingerprint() {
    return Cursor.fingerprint("assessments", contractId, providerId, status);
  }
}
