package uk.carecontracts.monitoring.visits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.database.SqlException;
import uk.carecontracts.kit.imports.RowOutcome;
import uk.carecontracts.kit.problem.DatabaseFaults;

/**
 * Merges a batch into the months: copies it into a temporary table, then works on sets. A batch of
 * nothing but new visits, which is what bulk intake mostly is, never looks anything up.
 */
@ApplicationScoped
class VisitMerge {
  /** What becomes of a report about a visit that another provider's token told. */
  static final RowOutcome NOT_THEIRS =
      RowOutcome.rejected("visitId", "This visit is another provider's.");

  private static final int WORTH_TRYING = 1000;

  /** The order of the index, so that it grows in few places. */
  private static final Comparator<AssessedVisit> BY_PLACE =
      Comparator.comparing(AssessedVisit::contractId)
          .thenComparing(visit -> visit.report().plannedStart());

  private final Sql sql;
  private final BulkCopy copy;
  private final KeptFigures figures;

  VisitMerge(Sql sql, BulkCopy copy, KeptFigures figures) {
    this.sql = sql;
    this.copy = copy;
    this.figures = figures;
  }

  /** Visits of an authority are merged one batch after the other. */
  void takeTurns(String authority) {
    sql.list("select pg_advisory_xact_lock(hashtext('visits'), hashtext(?))", row -> 0, authority);
  }

  /**
   * Merges visits, each of which occurs once.
   *
   * @param owner the only provider whose visits may be changed
   * @return what became of each, by its number
   */
  Map<Integer, RowOutcome> merge(
      String authority, List<AssessedVisit> visits, @Nullable UUID owner) {
    Map<Integer, RowOutcome> outcomes = new HashMap<>(visits.size() * 2);
    if (visits.isEmpty()) {
      return outcomes;
    }
    visits.forEach(visit -> outcomes.put(visit.number(), RowOutcome.CREATED));
    sql.update(MergeSql.STAGE);
    sql.update(MergeSql.HOLD);
    sql.update(MergeSql.EMPTY);
    visits.stream().map(AssessedVisit::month).distinct().sorted().forEach(this::ensureMonth);
    copy.into(MergeSql.COPY_STAGED, rows -> write(visits, rows));
    boolean allNew = (visits.size() >= WORTH_TRYING && tookAsNew()) || allKeysNew(visits.size());
    if (!allNew) {
      settleHeld(outcomes, owner);
    }
    sql.update(MergeSql.INSERT);
    AddedUp brought = new AddedUp(authority);
    for (AssessedVisit visit : visits) {
      RowOutcome outcome = outcomes.get(visit.number());
      if (RowOutcome.CREATED.equals(outcome) || RowOutcome.UPDATED.equals(outcome)) {
        brought.add(visit);
      }
    }
    figures.add(brought, !allNew);
    return outcomes;
  }

  /**
   * Tries to take every key as a new one, which costs half as much as asking for each whether it is
   * there; a batch that brings a known one is put back to before the attempt.
   */
  private boolean tookAsNew() {
    sql.update("savepoint only_new");
    try {
      sql.update(MergeSql.ONLY_NEW_KEYS);
      sql.update("release savepoint only_new");
      return true;
    } catch (SqlException e) {
      if (DatabaseFaults.uniqueConstraint(e) == null) {
        throw e;
      }
      sql.update("rollback to savepoint only_new");
      return false;
    }
  }

  private boolean allKeysNew(int visits) {
    return sql.update(MergeSql.KEYS) == visits;
  }

  private void ensureMonth(LocalDate month) {
    sql.list("select ensure_visit_month(?)", row -> 0, month);
  }

  /** Finds what is held of the batch's visits and keeps of both only what changes something. */
  private void settleHeld(Map<Integer, RowOutcome> outcomes, @Nullable UUID owner) {
    figures.byIndex(() -> sql.update(MergeSql.LOOK_UP));
    if (owner != null) {
      sql.list(MergeSql.NOT_THEIRS, row -> row.getInt(1), owner)
          .forEach(number -> outcomes.put(number, NOT_THEIRS));
    }
    figures.byIndex(() -> sql.update(MergeSql.RESTATE));
    sql.list(MergeSql.UNCHANGED, row -> row.getInt(1))
        .forEach(number -> outcomes.put(number, RowOutcome.UNCHANGED));
    sql.update(MergeSql.NO_LONGER_CONCERNED);
    sql.list(MergeSql.CHANGED, row -> row.getInt(1))
        .forEach(number -> outcomes.put(number, RowOutcome.UPDATED));
    figures.byIndex(() -> sql.update(MergeSql.REMOVE));
    sql.update(MergeSql.MOVE_KEYS);
  }

  private static void write(List<AssessedVisit> visits, BinaryRows rows) {
    for (AssessedVisit visit : visits.stream().sorted(BY_PLACE).toList()) {
      VisitReport report = visit.report();
      rows.row(MergeSql.STAGED_COLUMNS)
          .integer(visit.number())
          .day(visit.month())
          .uuid(visit.contractId())
          .instant(report.plannedStart())
          .uuid(visit.key())
          .text(visit.authority())
          .text(report.visitId())
          .uuid(visit.providerId())
          .text(visit.area())
          .text(report.person())
          .texts(report.carers())
          .integer(report.plannedMinutes())
          .instant(report.actualStart())
          .instant(report.actualEnd())
          .text(report.status().name())
          .bool(report.preferenceMet())
          .bool(visit.onTime())
          .bool(visit.shortened())
          .integer(report.minutesDelivered())
          .instant(visit.recordedAt());
    }
  }
}
