package uk.carecontracts.contracts.placements;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;

/** Which placements a report counts. */
public class ReportFilter {
  @QueryParam("kind")
  @Parameter(description = "SPOT or BLOCK; both when left out")
  @Nullable PlacementKind kind;

  @QueryParam("careType")
  @Parameter(description = "Kind of care, such as RESIDENTIAL_HOME")
  @Nullable String careType;

  @QueryParam("area")
  @Parameter(description = "District where it is given")
  @Nullable String area;

  @QueryParam("serviceType")
  @Parameter(description = "Service, such as HOMECARE")
  @Nullable String serviceType;

  @QueryParam("clientGroup")
  @Parameter(description = "Group of people, such as OLDER_PEOPLE")
  @Nullable String clientGroup;

  /** The same care type as a whole, which percentiles of a care type are taken over. */
  ReportFilter ofItsCareType() {
    ReportFilter whole = new ReportFilter();
    whole.careType = careType;
    return whole;
  }

  /** The filter as conditions on placement p and its terms t. */
  Conditions conditions() {
    return new Conditions()
        .and("t.kind = ?", kind)
        .and("t.care_type = ?", careType)
        .and("t.area = ?", area)
        .and("p.service_type = ?", serviceType)
        .and("p.client_group = ?", clientGroup);
  }
}
