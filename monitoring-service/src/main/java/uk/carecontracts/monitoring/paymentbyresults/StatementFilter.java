package uk.carecontracts.monitoring.paymentbyresults;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/** Which payment statements a list shows. */
public class StatementFilter extends ListFilter {
  @QueryParam("modelId")
  @Parameter(description = "Only statements of this model")
  @Nullable UUID modelId;

  @QueryParam("contractId")
  @Parameter(description = "Only statements of this contract")
  @Nullable UUID contractId;

  @QueryParam("providerId")
  @Parameter(description = "Only statements of this provider's contracts")
  @Nullable UUID providerId;

  @QueryParam("status")
  @Parameter(description = "DRAFT, AGREED or PAID")
  Statement.@Nullable Status status;

  Conditions conditions() {
    return new Conditions()
        .and("model_id = ?", modelId)
        .and("contract_id = ?", contractId)
        .and("provider_id" + ProviderRecords.ANY_RECORD_OF, providerId)
        .and("status = ?", status);
  }

  String fingerprint() {
    return Cursor.fingerprint("payment-statements", modelId, contractId, providerId, status);
  }
}
