package uk.carecontracts.monitoring.risk;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;

/** What a list of assessments can be narrowed by. */
public class RiskFilter extends ListFilter {
  @QueryParam("tier")
  @Parameter(description = "LOW, MEDIUM, HIGH or ENHANCED")
  @Nullable RiskTier tier;

  @QueryParam("flagged")
  @Parameter(description = "Only contracts with (true) or without (false) the risk mark")
  @Nullable Boolean flagged;

  @QueryParam("providerId")
  @Parameter(description = "Only contracts whose lead supplier is this provider")
  @Nullable UUID providerId;

  String fingerprint() {
    return Cursor.fingerprint("risk", tier, flagged, providerId);
  }
}
