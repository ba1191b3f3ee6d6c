package uk.carecontracts.monitoring.paymentbyresults;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;

/** Which payment models a list shows. */
public class ModelFilter extends ListFilter {
  @QueryParam("contractId")
  @Parameter(description = "Only models of this contract")
  @Nullable UUID contractId;

  String fingerprint() {
    return Cursor.fingerprint("payment-models", contractId);
  }
}
