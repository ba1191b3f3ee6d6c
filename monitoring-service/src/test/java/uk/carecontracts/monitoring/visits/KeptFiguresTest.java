package uk.carecontracts.monitoring.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;

/**
 * Whatever comes, however often, however late and in whatever order: the kept figures are what a
 * recount of the visits comes to, and the visits are the newest state told of each.
 *
 * <p>Histories are random; a failure names the seed that makes it again ({@code -Dvisits.seed=…}).
 * Longer runs: {@code -Dvisits.histories=100}.
 */
@QuarkusTest
@OnStage
class KeptFiguresTest {
  private static final String AUTHORITY = "E10000014";
  private static final int HISTORIES = Integer.getInteger("visits.histories", 5);
  private static final Instant FIRST = Instant.parse("2026-03-25T08:00:00Z");

  @Inject VisitIntake intake;
  @Inject Recounts recounts;
  @Inject VisitQueries queries;

  @RepeatedTest(2)
  void kept_figures_are_what_a_recount_comes_to(RepetitionInfo info) {
    long seed = Long.getLong("visits.seed", 20_261_122L + info.getCurrentRepetition());
    Random chance = new Random(seed);
    List<ContractEvent> contracts =
        IntStream.range(0, 3).mapToObj(i -> ContractEvent.active().authority(AUTHORITY)).toList();
    contracts.forEach(contract -> Api.planOf(contract.send()));
    for (int history = 0; history < HISTORIES; history++) {
      String label = "visits.seed=" + seed + " history " + history;
      List<VisitReport> reports = reports(chance, contracts, seed + "-" + history);
      for (List<VisitReport> batch : batches(chance, reports)) {
        take(batch);
      }
      assertEquals(0, recount().differing(), label);
      assertEquals(newest(reports), held(seed + "-" + history + "-"), label);
    }
  }

  private void take(List<VisitReport> batch) {
    Tenancy.runAs(
        Acting.forAuthority(AUTHORITY, "test"),
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () -> {
                      intake.take(AUTHORITY, batch, null);
                      intake.announce(AUTHORITY);
                    }));
  }

  private Recount recount() {
    return Tenancy.callAs(
        Acting.forAuthority(AUTHORITY, "test"),
        () -> recounts.recount(AUTHORITY, YearMonth.of(2026, 1), YearMonth.of(2026, 12), false));
  }

  /** Of each visit the state recorded last; no two states of a visit are recorded at once. */
  private static Map<String, String> newest(List<VisitReport> reports) {
    Map<String, VisitReport> newest = new HashMap<>();
    for (VisitReport report : reports) {
      newest.merge(
          report.visitId(),
          report,
          (one, other) -> one.recordedAt().isAfter(other.recordedAt()) ? one : other);
    }
    Map<String, String> told = new HashMap<>();
    newest.forEach((id, r) -> told.put(id, r.plannedStart() + " " + r.status() + " " + r.carers()));
    return told;
  }

  private Map<String, String> held(String prefix) {
    Map<String, String> held = new HashMap<>();
    Tenancy.runAs(
        Acting.forAuthority(AUTHORITY, "test"),
        () ->
            queries.visits(new VisitFilter(), null, null, 100_000).stream()
                .map(VisitQueries.Placed::visit)
                .filter(v -> v.visitId().startsWith(prefix))
                .forEach(
                    v ->
                        held.put(
                            v.visitId(), v.plannedStart() + " " + v.status() + " " + v.carers())));
    return held;
  }

  /** Some visits, each told once or several times in different states. */
  private static List<VisitReport> reports(
      Random chance, List<ContractEvent> contracts, String prefix) {
    List<VisitReport> reports = new ArrayList<>();
    int visits = 1 + chance.nextInt(30);
    for (int visit = 0; visit < visits; visit++) {
      int states = 1 + chance.nextInt(3);
      for (int state = 0; state < states; state++) {
        ContractEvent contract = contracts.get(chance.nextInt(contracts.size()));
        boolean again = state > 0 && chance.nextInt(3) == 0;
        reports.add(
            again
                ? reports.get(reports.size() - 1 - chance.nextInt(state)).recorded(at(state))
                : report(chance, prefix + "-" + visit, VisitsHttp.reference(contract), state));
      }
    }
    return reports;
  }

  private static VisitReport report(Random chance, String id, String reference, int state) {
    Instant planned = FIRST.plusSeconds(3600L * chance.nextInt(24 * 14));
    VisitStatus status = VisitStatus.values()[chance.nextInt(4)];
    boolean delivered = status == VisitStatus.DELIVERED;
    Instant start = delivered ? planned.plusSeconds(60L * chance.nextInt(40) - 1200) : null;
    List<String> carers =
        IntStream.range(0, chance.nextInt(3))
            .mapToObj(i -> "C" + (i + chance.nextInt(3) * 2))
            .toList();
    return new VisitReport(
        id,
        reference,
        null,
        chance.nextBoolean() ? null : "South",
        "P" + chance.nextInt(4),
        List.copyOf(new LinkedHashSet<>(carers)),
        planned,
        15 + 15 * chance.nextInt(4),
        start,
        start == null ? null : start.plusSeconds(60L * chance.nextInt(70)),
        status,
        chance.nextInt(3) == 0 ? null : chance.nextBoolean(),
        at(state));
  }

  private static Instant at(int state) {
    return FIRST.plusSeconds(state);
  }

  /** In any order, some of it twice, cut into batches anywhere. */
  private static List<List<VisitReport>> batches(Random chance, List<VisitReport> reports) {
    List<VisitReport> sent = new ArrayList<>(reports);
    for (VisitReport report : reports) {
      if (chance.nextInt(4) == 0) {
        sent.add(report);
      }
    }
    Collections.shuffle(sent, chance);
    List<List<VisitReport>> batches = new ArrayList<>();
    int at = 0;
    while (at < sent.size()) {
      int end = Math.min(sent.size(), at + 1 + chance.nextInt(20));
      batches.add(List.copyOf(sent.subList(at, end)));
      at = end;
    }
    return batches;
  }
}
