package uk.carecontracts.monitoring.visits;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import uk.carecontracts.kit.imports.RowOutcome;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/**
 * Takes visits in from topic {@code visits.v1}: one by one or some hundreds together. What cannot
 * be taken becomes a dead letter with its reason.
 */
@ApplicationScoped
class VisitsConsumer implements EventConsumer {
  private static final String ONE = "visit.recorded.v1";
  private static final String SEVERAL = "visit-batch.recorded.v1";
  private static final int MOST = 5000;

  private final VisitIntake intake;

  VisitsConsumer(VisitIntake intake) {
    this.intake = intake;
  }

  @Override
  public String name() {
    return "monitoring-visits";
  }

  @Override
  public Set<String> topics() {
    return Set.of("visits.v1");
  }

  @Override
  public void apply(ReceivedEvent event) {
    List<VisitReport> reports = new ArrayList<>();
    switch (event.type()) {
      case ONE -> reports.add(VisitJson.read(event.state()));
      case SEVERAL -> {
        for (JsonNode visit : event.state().path("visits")) {
          reports.add(VisitJson.read(visit));
        }
      }
      default -> {
        return;
      }
    }
    if (reports.isEmpty() || reports.size() > MOST) {
      throw new IllegalArgumentException("An event carries 1 to " + MOST + " visits");
    }
    for (RowOutcome outcome : intake.take(event.authority(), reports, null)) {
      if (outcome instanceof RowOutcome.Rejected no) {
        throw new IllegalArgumentException(Objects.requireNonNull(no.message()));
      }
    }
    intake.announce(event.authority());
  }

  /** Visits are no view of others' records: a rebuild takes the topic in again, on top. */
  @Override
  public void reset() {
    // nothing is forgotten: what comes again is recognised by its visit id
  }
}
