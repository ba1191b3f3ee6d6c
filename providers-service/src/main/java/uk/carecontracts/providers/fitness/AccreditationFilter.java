package uk.carecontracts.providers.fitness;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;

/** What a list of an authority's accreditations asks for. */
public class AccreditationFilter extends ListFilter {

  @QueryParam("providerId")
  @Parameter(description = "The provider, including records merged with it")
  @Nullable UUID providerId;

  @QueryParam("serviceType")
  @Parameter(description = "Code of the service")
  @Nullable String serviceType;

  @QueryParam("level")
  @Parameter(description = "1, 2 or 3")
  @Nullable Integer level;

  @QueryParam("status")
  @Parameter(description = "Absent: all; with expiresBefore or reviewBefore only GRANTED")
  @Nullable AccreditationStatus status;

  @QueryParam("asOf")
  @Parameter(description = "Only those in force on this day")
  @Nullable LocalDate asOf;

  @QueryParam("expiresBefore")
  @Parameter(description = "Only granted ones whose last day lies before this day")
  @Nullable LocalDate expiresBefore;

  @QueryParam("reviewBefore")
  @Parameter(description = "Only granted ones that are to be reviewed before this day")
  @Nullable LocalDate reviewBefore;

  /** What a cursor of this list must have been made for. */
  String fingerprint() {
    return Cursor.fingerprint(
        "accreditations of all",
        providerId,
        serviceType,
        level,
        status,
        asOf,
        expiresBefore,
        reviewBefore);
  }

  void add(Conditions conditions) {
    conditions
        .and(FitnessLists.OF_PROVIDER, providerId)
        .and("f.service_type = ?", serviceType)
        .and("f.level = ?", level)
        .and("f.status = ?", status)
        .and("f.expires_on < ?", expiresBefore)
        .and("f.review_on < ?", reviewBefore)
        .when(expiresBefore != null || reviewBefore != null, "f.status = 'GRANTED'");
    if (asOf != null) {
      conditions.all(
          "f.valid_from <= ? and f.expires_on >= ? and coalesce(f.ended_on, 'infinity') > ?",
          asOf,
          asOf,
          asOf);
    }
  }
}
