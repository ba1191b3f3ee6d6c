package uk.carecontracts.contracts.spend;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.money.Money;

/** What payment files came to. */
@ApplicationScoped
class SpendImportRepository {
  private final Sql sql;

  SpendImportRepository(Sql sql) {
    this.sql = sql;
  }

  /**
   * What an import's file came to, to compare with its own sum.
   *
   * @param lines lines taken; with the rejected ones of the job, all of the file
   * @param total their sum, credits included
   * @param credits lines below zero and their sum
   * @param redacted lines whose supplier is withheld and their sum
   * @param newLines lines that were not held before
   * @param heldLines lines that were held already
   * @param superseded lines held before that the file no longer has, dropped, and their sum
   * @param firstPaidOn earliest day of payment
   * @param lastPaidOn latest day of payment
   */
  record Reconciliation(
      long lines,
      Money total,
      Part credits,
      Part redacted,
      long newLines,
      long heldLines,
      Part superseded,
      @Nullable LocalDate firstPaidOn,
      @Nullable LocalDate lastPaidOn) {}

  /** Some of the lines. */
  record Part(long lines, Money total) {}

  /** Adds the lines of a batch. */
  void add(UUID job, String authority, SpendImportTotals batch, long newLines) {
    sql.update(
        """
        insert into spend_import as held (job_id, authority, lines, total, credit_lines, credits,
          redacted_lines, redacted, new_lines, held_lines, first_paid_on, last_paid_on)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (job_id) do update set lines = held.lines + excluded.lines,
          total = held.total + excluded.total,
          credit_lines = held.credit_lines + excluded.credit_lines,
          credits = held.credits + excluded.credits,
          redacted_lines = held.redacted_lines + excluded.redacted_lines,
          redacted = held.redacted + excluded.redacted,
          new_lines = held.new_lines + excluded.new_lines,
          held_lines = held.held_lines + excluded.held_lines,
          first_paid_on = least(held.first_paid_on, excluded.first_paid_on),
          last_paid_on = greatest(held.last_paid_on, excluded.last_paid_on)""",
        job,
        authority,
        batch.lines(),
        batch.total(),
        batch.creditLines(),
        batch.credits(),
        batch.redactedLines(),
        batch.redacted(),
        newLines,
        batch.lines() - newLines,
        batch.firstPaidOn(),
        batch.lastPaidOn());
  }

  /** Adds what was dropped; nothing when concluded a second time. */
  void superseded(UUID job, SpendLineRepository.Dropped dropped) {
    sql.update(
        "update spend_import set superseded_lines = superseded_lines + ?,"
            + " superseded = superseded + ? where job_id = ?",
        dropped.lines(),
        dropped.total(),
        job);
  }

  /** What an import of the caller's authority came to. */
  Optional<Reconciliation> find(UUID job) {
    return sql.first(
        "select * from spend_import where job_id = ?",
        row ->
            new Reconciliation(
                row.getLong("lines"),
                Money.gbp(row.getBigDecimal("total")),
                new Part(row.getLong("credit_lines"), Money.gbp(row.getBigDecimal("credits"))),
                new Part(row.getLong("redacted_lines"), Money.gbp(row.getBigDecimal("redacted"))),
                row.getLong("new_lines"),
                row.getLong("held_lines"),
                new Part(
                    row.getLong("superseded_lines"), Money.gbp(row.getBigDecimal("superseded"))),
                Sql.day(row, "first_paid_on"),
                Sql.day(row, "last_paid_on")),
        job);
  }
}
