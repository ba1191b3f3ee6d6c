package uk.carecontracts.contracts.placements;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.RowOutcome;

/** Holds a line of a file about a known placement against what is held of it. */
final class KnownPlacement {
  private static final String OF_ANOTHER = "; a placement keeps it: end it and start another.";
  private static final String BY_CHANGE =
      "; from which day that holds, only the change operation can say.";

  private KnownPlacement() {}

  private record Place(String pointer, @Nullable Object said, @Nullable Object held, String why) {
    boolean differs() {
      if (said instanceof BigDecimal one && held instanceof BigDecimal other) {
        return one.compareTo(other) != 0;
      }
      return said != null && !said.equals(held);
    }

    RowOutcome rejected() {
      return RowOutcome.rejected(
          pointer, "The line says " + said + ", the placement " + held + why);
    }
  }

  /** The first place that differs; what the line leaves out does not, nor does the last day. */
  static Optional<RowOutcome> objection(PlacementState held, PlacementRequest line) {
    Stream<Place> lasting =
        Stream.of(
            new Place(
                "/provider",
                folded(line.provider().name()),
                folded(held.provider().name()),
                OF_ANOTHER),
            new Place("/contractReference", line.contractId(), held.contractId(), OF_ANOTHER),
            new Place("/serviceType", line.serviceType(), held.serviceType(), OF_ANOTHER),
            new Place("/clientGroup", line.clientGroup(), held.clientGroup(), OF_ANOTHER));
    Stream<Place> changing =
        held.status() == PlacementStatus.ENDED
            ? Stream.of()
            : Stream.of(
                new Place(
                    "/weeklyPrice",
                    line.weeklyPrice().amount(),
                    held.weeklyPrice().amount(),
                    BY_CHANGE),
                new Place("/kind", line.kind(), held.kind(), BY_CHANGE),
                new Place("/careType", line.careType(), held.careType(), BY_CHANGE),
                new Place("/area", line.area(), held.area(), BY_CHANGE),
                new Place("/locationId", line.locationId(), held.locationId(), BY_CHANGE),
                new Place("/hoursPerWeek", line.hoursPerWeek(), held.hoursPerWeek(), BY_CHANGE));
    return Stream.concat(lasting, changing).filter(Place::differs).findFirst().map(Place::rejected);
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
