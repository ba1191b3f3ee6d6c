package uk.carecontracts.contracts.spend;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.spend.files.Payment;
import uk.carecontracts.kit.database.Sql;

/**
 * Payment lines as imports write them: many at a time, one statement each. What a batch names is
 * looked up name by name ({@code offset 0} keeps it so): of a table that grows while it is filled
 * PostgreSQL has no statistics, and reads the council's whole ledger for every other batch.
 */
@ApplicationScoped
class SpendLineRepository {
  private static final String DROP =
      """
      with gone as (
        delete from spend_line l using (
          select distinct %s date_trunc('month', period)::date as first,
            (date_trunc('month', period) + interval '1 month - 1 day')::date as last
          from spend_line where authority = ? and seen_in = ? %s) stated
        where l.authority = ? and l.period between stated.first and stated.last %s
          and l.seen_in < ?
        returning l.amount)
      select count(*) as lines, coalesce(sum(amount), 0) as total from gone""";

  private final Sql sql;

  SpendLineRepository(Sql sql) {
    this.sql = sql;
  }

  /** A line to be held. */
  record Fresh(
      UUID id, UUID fingerprint, Payment payment, @Nullable UUID supplierId, PaymentMatch match) {}

  /** A voucher within an accounting month, whose lines a file states as a whole. */
  record Voucher(String number, YearMonth month) {}

  /** Lines that say these things and that this import has not met yet. */
  Map<UUID, Deque<UUID>> notYetSeen(String authority, Collection<UUID> fingerprints, UUID job) {
    Map<UUID, Deque<UUID>> held = new HashMap<>();
    sql.list(
            """
            select said.fingerprint, l.id from unnest(?::uuid[]) said(fingerprint)
              cross join lateral (
                select id from spend_line
                where authority = ? and fingerprint = said.fingerprint and seen_in <> ? offset 0) l
            order by l.id""",
            row -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
            fingerprints,
            authority,
            job)
        .forEach(
            each ->
                held.computeIfAbsent(each.getKey(), key -> new ArrayDeque<>())
                    .add(each.getValue()));
    return held;
  }

  /** Which of these vouchers an earlier import brought. */
  Set<Voucher> known(String authority, Collection<String> vouchers, UUID job) {
    return vouchers.isEmpty()
        ? Set.of()
        : new HashSet<>(
            sql.list(
                """
                select distinct named.voucher, l.period from unnest(?::text[]) named(voucher)
                  cross join lateral (
                    select period from spend_line
                    where authority = ? and voucher = named.voucher and came_in <> ? offset 0) l""",
                row -> new Voucher(row.getString(1), YearMonth.from(row.getDate(2).toLocalDate())),
                vouchers,
                authority,
                job));
  }

  /** Notes that the import's file has these lines. */
  void seen(Collection<UUID> ids, UUID job) {
    if (!ids.isEmpty()) {
      sql.update("update spend_line set seen_in = ? where id = any (?)", job, ids);
    }
  }

  /** Holds new lines. */
  void add(String authority, List<Fresh> lines, UUID job) {
    if (lines.isEmpty()) {
      return;
    }
    sql.update(
        """
        insert into spend_line (id, authority, fingerprint, voucher, period, paid_on, amount,
          irrecoverable_vat, supplier_id, supplier_name, unit, purpose, proclass, proclass_label,
          invoice, cost_centre, status, reason, contract_id, came_in, seen_in)
        select x.id::uuid, ?, x.fingerprint::uuid, x.voucher, x.period::date, x.paid_on::date,
          x.amount::numeric, x.vat::numeric, x.supplier_id::uuid, x.supplier_name, x.unit,
          x.purpose, x.proclass, x.proclass_label, x.invoice, x.cost_centre, x.status, x.reason,
          x.contract_id::uuid, ?, ?
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[], ?::text[])
          as x(id, fingerprint, voucher, period, paid_on, amount, vat, supplier_id, supplier_name,
               unit, purpose, proclass, proclass_label, invoice, cost_centre, status, reason,
               contract_id)""",
        authority,
        job,
        job,
        column(lines, Fresh::id),
        column(lines, Fresh::fingerprint),
        column(lines, line -> line.payment().voucher()),
        column(lines, line -> line.payment().period()),
        column(lines, line -> line.payment().paidOn()),
        column(lines, line -> line.payment().amount()),
        column(lines, line -> line.payment().irrecoverableVat()),
        column(lines, Fresh::supplierId),
        column(lines, line -> line.payment().supplier()),
        column(lines, line -> line.payment().unit()),
        column(lines, line -> line.payment().purpose()),
        column(lines, line -> line.payment().proclass()),
        column(lines, line -> line.payment().proclassLabel()),
        column(lines, line -> line.payment().invoice()),
        column(lines, line -> line.payment().costCentre()),
        column(lines, line -> line.match().status()),
        column(lines, line -> line.match().reason()),
        column(lines, line -> line.match().contractId()));
  }

  private static List<@Nullable String> column(
      List<Fresh> lines, Function<Fresh, @Nullable Object> cell) {
    List<@Nullable String> column = new ArrayList<>(lines.size());
    lines.forEach(line -> column.add(Objects.toString(cell.apply(line), null)));
    return column;
  }

  /** Lines dropped because their voucher is stated anew without them. */
  record Dropped(long lines, BigDecimal total) {}

  /** Drops lines of earlier imports that are no longer in what this import's file restates. */
  Dropped dropSuperseded(String authority, UUID job, Restates restates) {
    return sql.first(
            switch (restates) {
              case TRANSACTIONS ->
                  DROP.formatted(
                      "voucher,", "and voucher is not null", "and l.voucher = stated.voucher");
              case MONTHS -> DROP.formatted("", "", "");
            },
            row -> new Dropped(row.getLong("lines"), row.getBigDecimal("total")),
            authority,
            job,
            authority,
            job)
        .orElseThrow();
  }
}
