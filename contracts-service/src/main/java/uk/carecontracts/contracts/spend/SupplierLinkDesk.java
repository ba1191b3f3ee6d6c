package uk.carecontracts.contracts.spend;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;

/** Suppliers of a ledger, and what keepers say of them where names and identifiers do not tell. */
@ApplicationScoped
class SupplierLinkDesk {
  private static final String AGGREGATE = "spend-supplier";
  private static final String LINKED = "spend-supplier.linked.v1";
  private static final String SELECT =
      """
      select s.*, array(select k.key from spend_supplier_key k
        where k.supplier_id = s.id and k.key not like 'NAME:%' order by k.key) as identifiers
      from spend_supplier s""";

  private final Sql sql;
  private final SpendSupplierRepository suppliers;
  private final SpendMatcher matcher;
  private final Journal journal;

  SupplierLinkDesk(
      Sql sql, SpendSupplierRepository suppliers, SpendMatcher matcher, Journal journal) {
    this.sql = sql;
    this.suppliers = suppliers;
    this.matcher = matcher;
    this.journal = journal;
  }

  /** Why a supplier was linked. */
  record Change(String reason) {}

  /** Suppliers of an authority by name, after a place. */
  List<SpendViews.LedgerSupplier> list(
      String authority,
      @Nullable String name,
      @Nullable PaymentStatus status,
      @Nullable UUID after,
      int limit) {
    Conditions conditions =
        new Conditions()
            .and("s.authority = ?", authority)
            .and("s.name ilike '%' || ? || '%'", name)
            .and(
                "exists (select 1 from spend_line l where l.supplier_id = s.id and l.status = ?)",
                status)
            .and("s.id > ?", after);
    return sql.list(
        SELECT + conditions.where() + " order by s.id limit ?",
        SupplierLinkDesk::read,
        conditions.parameters(limit));
  }

  /** A supplier of the caller's authority; 404 for another. */
  SpendViews.LedgerSupplier require(UUID id) {
    return sql.first(SELECT + " where s.id = ?", SupplierLinkDesk::read, id)
        .orElseThrow(() -> ProblemException.notFound("supplier", id));
  }

  /**
   * Takes over what a keeper says and matches the supplier's payments anew.
   *
   * @param check refuses a version that is not the one the caller read
   */
  SpendViews.LedgerSupplier link(UUID id, LongConsumer check, SupplierLink link) {
    SpendViews.LedgerSupplier before = require(id);
    matcher.lock(before.authority());
    check.accept(require(id).version());
    requirePayable(before.authority(), link.contractId());
    sql.update(
        """
        update spend_supplier set version = version + 1, provider_id = ?::uuid,
          provider_by = case when ?::uuid is null then null else 'KEEPER' end,
          assigned_contract_id = ?::uuid, link_reason = ? where id = ?""",
        link.providerId(),
        link.providerId(),
        link.contractId(),
        link.reason(),
        id);
    suppliers.findProviders(List.of(id));
    SpendViews.LedgerSupplier after = require(id);
    matcher.rematch(after.authority(), List.of(id), link.reason());
    journal.append(
        new Entry(
            AGGREGATE,
            id,
            after.version(),
            LINKED,
            after.authority(),
            after,
            new Change(link.reason())));
    return after;
  }

  private void requirePayable(String authority, @Nullable UUID contract) {
    if (contract == null) {
      return;
    }
    boolean payable =
        sql.first(
                "select payable from spend_contract where authority = ? and contract_id = ?",
                row -> row.getBoolean(1),
                authority,
                contract)
            .orElse(false);
    if (!payable) {
      throw new RuleViolation(
          "CONTRACT_NOT_PAYABLE",
          "Payments can be under an awarded contract of the authority that is neither a framework"
              + " nor a dynamic market.",
          "/contractId");
    }
  }

  private static SpendViews.LedgerSupplier read(ResultSet row) throws SQLException {
    return new SpendViews.LedgerSupplier(
        row.getObject("id", UUID.class),
        row.getString("authority"),
        row.getString("name"),
        row.getString("beneficiary_id"),
        Sql.texts(row, "identifiers"),
        Sql.uuid(row, "provider_id"),
        row.getString("provider_by"),
        Sql.uuid(row, "assigned_contract_id"),
        row.getString("link_reason"),
        row.getLong("version"));
  }
}
