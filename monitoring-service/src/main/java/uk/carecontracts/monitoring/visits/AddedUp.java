package uk.carecontracts.monitoring.visits;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Visits added up by contract, provider, area, month and person, with the carers who came: what
 * figures need of a batch, in a fraction of its rows.
 */
final class AddedUp {
  private record Place(
      UUID contractId, @Nullable UUID providerId, String area, LocalDate month, String person) {}

  private static final class Sums {
    private int planned;
    private int delivered;
    private int missed;
    private int frustrated;
    private int cancelled;
    private int onTime;
    private int shortened;
    private int minutesAgreed;
    private int minutesDelivered;
    private int preferenceAsked;
    private int preferenceMet;
    private final Set<String> carers = new LinkedHashSet<>();
  }

  private final String authority;
  private final Map<Place, Sums> sums = new HashMap<>();

  AddedUp(String authority) {
    this.authority = authority;
  }

  void add(AssessedVisit visit) {
    VisitReport report = visit.report();
    Sums sum =
        sums.computeIfAbsent(
            new Place(
                visit.contractId(),
                visit.providerId(),
                visit.area(),
                visit.month(),
                report.person()),
            place -> new Sums());
    sum.planned++;
    switch (report.status()) {
      case DELIVERED -> delivered(sum, visit, report);
      case MISSED -> {
        sum.missed++;
        sum.minutesAgreed += report.plannedMinutes();
      }
      case FRUSTRATED -> sum.frustrated++;
      case CANCELLED -> sum.cancelled++;
    }
  }

  private static void delivered(Sums sum, AssessedVisit visit, VisitReport report) {
    sum.delivered++;
    sum.onTime += visit.onTime() ? 1 : 0;
    sum.shortened += visit.shortened() ? 1 : 0;
    sum.minutesAgreed += report.plannedMinutes();
    sum.minutesDelivered += report.minutesDelivered();
    if (report.preferenceMet() != null) {
      sum.preferenceAsked++;
      sum.preferenceMet += report.preferenceMet() ? 1 : 0;
    }
    sum.carers.addAll(report.carers());
  }

  /** Writes a row for each sum, in the order of {@link KeptFigures#COLUMNS}. */
  void write(BinaryRows rows) {
    for (Map.Entry<Place, Sums> each : sums.entrySet()) {
      Place place = each.getKey();
      Sums sum = each.getValue();
      rows.row(KeptFigures.COLUMN_COUNT)
          .text(authority)
          .uuid(place.contractId())
          .uuid(place.providerId())
          .text(place.area())
          .day(place.month())
          .text(place.person())
          .integer(sum.planned)
          .integer(sum.delivered)
          .integer(sum.missed)
          .integer(sum.frustrated)
          .integer(sum.cancelled)
          .integer(sum.onTime)
          .integer(sum.shortened)
          .integer(sum.minutesAgreed)
          .integer(sum.minutesDelivered)
          .integer(sum.preferenceAsked)
          .integer(sum.preferenceMet)
          .texts(sum.carers.isEmpty() ? null : List.copyOf(sum.carers));
    }
  }
}
