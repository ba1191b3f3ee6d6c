package uk.carecontracts.contracts.indexes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.LongConsumer;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Keeps index series and tells everyone their news. They belong to no authority. */
@ApplicationScoped
class IndexDesk {
  /** GSS code of England, which stands for all its authorities. */
  private static final String EVERYONE = "E92000001";

  private final IndexRepository series;
  private final Journal journal;

  IndexDesk(IndexRepository series, Journal journal) {
    this.series = series;
    this.journal = journal;
  }

  /** What the schema brought is told once; nothing is to do most of the time. */
  @Scheduled(every = "${contracts.indexes.every:1h}", delayed = "${contracts.indexes.delayed:5s}")
  void publishNews() {
    Tenancy.runAs(
        Acting.system("index-series"),
        () ->
            QuarkusTransaction.requiringNew()
                .run(() -> series.unpublished().forEach(code -> publish(code, version -> {}))));
  }

  /** Adds a published point, in the name of who brought it. */
  IndexSeries add(String code, IndexPoint point, String person, LongConsumer check) {
    return Tenancy.callAs(
        Acting.system(person),
        () -> QuarkusTransaction.requiringNew().call(() -> publishWith(code, point, check)));
  }

  private IndexSeries publishWith(String code, IndexPoint point, LongConsumer check) {
    series.raise(code, check);
    if (!series.add(code, point)) {
      throw ProblemException.conflict(
          "POINT_EXISTS", code + " has a point of " + point.date() + "; published figures stay.");
    }
    return tell(code);
  }

  private void publish(String code, LongConsumer check) {
    series.raise(code, check);
    tell(code);
  }

  private IndexSeries tell(String code) {
    IndexSeries state =
        series.find(code).orElseThrow(() -> ProblemException.notFound("index series", code));
    journal.append(
        new Entry(
            "index-series",
            state.id(),
            state.version(),
            "index-series.published.v1",
            EVERYONE,
            state,
            Map.of("reason", "Points of " + state.code())));
    return state;
  }
}
