package uk.carecontracts.monitoring.scorecards;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;

/** What a list of scorecards can be narrowed by. */
public class ScorecardFilter extends ListFilter {
  @QueryParam("rag")
  @Parameter(description = "GREEN, AMBER, RED or GREY (nothing known)")
  @Nullable Rag rag;

  @QueryParam("providerId")
  @Parameter(description = "Only contracts whose lead supplier is this provider")
  @Nullable UUID providerId;

  String fingerprint() {
    return Cursor.fingerprint("scorecards", rag, providerId);
  }
}
