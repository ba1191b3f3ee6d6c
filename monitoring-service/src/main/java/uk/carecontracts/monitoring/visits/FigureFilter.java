package uk.carecontracts.monitoring.visits;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;

/** What figures can be narrowed by, and what they are brought together by. */
public class FigureFilter extends ListFilter {
  @QueryParam("contractId")
  @Parameter(description = "Only visits under this contract")
  @Nullable UUID contractId;

  @QueryParam("providerId")
  @Parameter(description = "Only visits made by this provider")
  @Nullable UUID providerId;

  @QueryParam("area")
  @Parameter(description = "Only visits in this area")
  @Nullable String area;

  @QueryParam("from")
  @Parameter(description = "First month, such as 2026-04")
  @Nullable String from;

  @QueryParam("to")
  @Parameter(description = "Last month, such as 2027-03")
  @Nullable String to;

  @QueryParam("groupBy")
  @Parameter(
      description =
          "CONTRACT, PROVIDER, AREA, MONTH: one line for each combination; CONTRACT and MONTH when"
              + " left out")
  @Nullable Set<FigureGroup> groupBy;

  String fingerprint() {
    return Cursor.fingerprint("figures", contractId, providerId, area, from, to, groups());
  }

  Set<FigureGroup> groups() {
    return groupBy == null || groupBy.isEmpty()
        ? EnumSet.of(FigureGroup.CONTRACT, FigureGroup.MONTH)
        : EnumSet.copyOf(groupBy);
  }

  /** The keys where a list goes on. */
  @Nullable List<Object> place(@Nullable Cursor cursor) {
    if (cursor == null) {
      return null;
    }
    List<Object> place = new ArrayList<>();
    for (FigureGroup group : groups()) {
      place.add(group.place(cursor, place.size()));
    }
    return place;
  }
}
