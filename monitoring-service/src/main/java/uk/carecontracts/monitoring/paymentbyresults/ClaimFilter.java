package uk.carecontracts.monitoring.paymentbyresults;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;

/** Which claimed results a list shows. */
public class ClaimFilter extends ListFilter {
  @QueryParam("modelId")
  @Parameter(description = "Only claims under this model")
  @Nullable UUID modelId;

  @QueryParam("status")
  @Parameter(description = "CLAIMED, VERIFIED, REJECTED, DISPUTED or REFUTED")
  @Nullable ClaimStatus status;

  String fingerprint() {
    return Cursor.fingerprint("payment-claims", modelId, status);
  }
}
