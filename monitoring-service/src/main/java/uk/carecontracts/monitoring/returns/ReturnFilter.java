package uk.carecontracts.monitoring.returns;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;

/** What a list of returns can be narrowed by. */
public class ReturnFilter extends ListFilter {
  @QueryParam("planId")
  @Parameter(description = "Only returns of this plan")
  @Nullable UUID planId;

  @QueryParam("contractId")
  @Parameter(description = "Only returns of this contract")
  @Nullable UUID contractId;

  @QueryParam("providerId")
  @Parameter(description = "Only returns of this provider")
  @Nullable UUID providerId;

  @QueryParam("status")
  @Parameter(description = "DRAFT, SUBMITTED, SENT_BACK or APPROVED")
  @Nullable ReturnStatus status;

  @QueryParam("flagged")
  @Parameter(description = "Only returns with (true) or without (false) something to look at")
  @Nullable Boolean flagged;

  String fingerprint() {
    return Cursor.fingerprint("returns", planId, contractId, providerId, status, flagged);
  }
}
