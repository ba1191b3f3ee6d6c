package uk.carecontracts.contracts.spend;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.money.Money;

/** Finds payment lines, latest first. */
@ApplicationScoped
class SpendLineSearch {
  private final Sql sql;

  SpendLineSearch(Sql sql) {
    this.sql = sql;
  }

  /** Lines of an authority after a place. */
  List<SpendViews.Line> search(
      String authority, SpendFilter filter, @Nullable Cursor after, int limit) {
    Conditions conditions = filter.conditions(authority);
    if (after != null) {
      conditions.all("(l.paid_on, l.id) < (?, ?)", after.day(0), after.id(1));
    }
    return sql.list(
        """
        select l.*, s.provider_id, c.reference as contract_reference
        from spend_line l left join spend_supplier s on s.id = l.supplier_id
          left join spend_contract c on c.contract_id = l.contract_id"""
            + conditions.where()
            + " order by l.paid_on desc, l.id desc limit ?",
        SpendLineSearch::read,
        conditions.parameters(limit));
  }

  private static SpendViews.Line read(ResultSet row) throws SQLException {
    BigDecimal vat = row.getBigDecimal("irrecoverable_vat");
    return new SpendViews.Line(
        row.getObject("id", UUID.class),
        row.getDate("paid_on").toLocalDate(),
        row.getDate("period").toLocalDate(),
        row.getString("voucher"),
        Money.gbp(row.getBigDecimal("amount")),
        vat == null ? null : Money.gbp(vat),
        row.getString("supplier_name"),
        Sql.uuid(row, "supplier_id"),
        Sql.uuid(row, "provider_id"),
        row.getString("unit"),
        row.getString("purpose"),
        row.getString("proclass"),
        row.getString("proclass_label"),
        row.getString("invoice"),
        row.getString("cost_centre"),
        PaymentStatus.valueOf(row.getString("status")),
        MatchReason.valueOf(row.getString("reason")),
        Sql.uuid(row, "contract_id"),
        row.getString("contract_reference"));
  }
}
