package uk.carecontracts.monitoring.indicators;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;

/** Which indicators a list shows. */
public class IndicatorFilter extends ListFilter {
  @QueryParam("outcome")
  @Parameter(description = "Only indicators of this outcome")
  @Nullable String outcome;

  @QueryParam("asOf")
  @Parameter(description = "As they hold on this day; today when left out")
  @Nullable LocalDate asOf;

  String fingerprint() {
    return Cursor.fingerprint("indicators", outcome, asOf);
  }
}
