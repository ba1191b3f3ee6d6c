package uk.carecontracts.providers.fitness;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;

/** What a list of an authority's suspensions asks for. */
public class SuspensionFilter extends ListFilter {

  @QueryParam("providerId")
  @Parameter(description = "The provider, including records merged with it")
  @Nullable UUID providerId;

  @QueryParam("serviceType")
  @Parameter(description = "Only those that cover this service: for it, or for every service")
  @Nullable String serviceType;

  @QueryParam("status")
  @Parameter(description = "Absent: all")
  @Nullable SuspensionStatus status;

  @QueryParam("asOf")
  @Parameter(description = "Only those in force on this day")
  @Nullable LocalDate asOf;

  @QueryParam("endsBefore")
  @Parameter(description = "Only those whose last day lies before this day")
  @Nullable LocalDate endsBefore;

  /** What a cursor of this list must have been made for. */
  String fingerprint() {
    return Cursor.fingerprint(
        "suspensions of all", providerId, serviceType, status, asOf, endsBefore);
  }

  void add(Conditions conditions) {
    conditions
        .and(FitnessLists.OF_PROVIDER, providerId)
        .and("(f.service_type = ? or f.service_type is null)", serviceType)
        .and("f.status = ?", status)
        .and("f.ends_on < ?", endsBefore);
    if (asOf != null) {
      conditions.all(
          "f.starts_on <= ? and f.ends_on >= ? and coalesce(f.lifted_on, 'infinity') > ?",
          asOf,
          asOf,
          asOf);
    }
  }
}
