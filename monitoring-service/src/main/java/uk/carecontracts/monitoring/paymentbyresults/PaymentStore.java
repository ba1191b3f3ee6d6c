package uk.carecontracts.monitoring.paymentbyresults;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.json.StoredJson;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/** Keeps models, claims and statements; a read for a change locks the row. */
@ApplicationScoped
class PaymentStore {
  private final Sql sql;
  private final StoredJson json;

  PaymentStore(Sql sql, StoredJson json) {
    this.sql = sql;
    this.json = json;
  }

  Optional<PaymentModel> model(UUID id, boolean lock) {
    return sql.first(
        "select * from pbr_model where id = ?" + (lock ? " for update" : ""), this::readModel, id);
  }

  List<PaymentModel> models(
      @Nullable UUID contract, @Nullable UUID provider, @Nullable UUID after, int rows) {
    Conditions conditions =
        new Conditions()
            .and("contract_id = ?", contract)
            .and("provider_id" + ProviderRecords.ANY_RECORD_OF, provider)
            .and("id > ?", after);
    return sql.list(
        "select * from pbr_model" + conditions.where() + " order by id limit ?",
        this::readModel,
        conditions.parameters(rows));
  }

  void put(PaymentModel m) {
    sql.update(
        """
        insert into pbr_model (id, authority, contract_id, contract_reference, provider_id, kind,
          status, starts_on, ends_on, terms, version)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
        on conflict (id) do update set status = excluded.status, ends_on = excluded.ends_on,
          provider_id = excluded.provider_id, version = excluded.version""",
        m.id(),
        m.authority(),
        m.contractId(),
        m.contractReference(),
        m.providerId(),
        m.terms().byTariff() ? "TARIFF" : "OUTCOMES",
        m.status(),
        m.startsOn(),
        m.endsOn(),
        json.write(m.terms()),
        m.version());
  }

  Optional<Claim> claim(UUID id, boolean lock) {
    return sql.first(
        "select * from pbr_claim where id = ?" + (lock ? " for update" : ""), this::readClaim, id);
  }

  /** Every claim under a model, oldest result first. */
  List<Claim> claims(UUID model) {
    return sql.list(
        "select * from pbr_claim where model_id = ? order by achieved_on, id",
        this::readClaim,
        model);
  }

  List<Claim> claims(
      @Nullable UUID model,
      @Nullable ClaimStatus status,
      @Nullable UUID provider,
      @Nullable UUID after,
      int rows) {
    Conditions conditions =
        new Conditions()
            .and("model_id = ?", model)
            .and("status = ?", status)
            .and("provider_id" + ProviderRecords.ANY_RECORD_OF, provider)
            .and("id > ?", after);
    return sql.list(
        "select * from pbr_claim" + conditions.where() + " order by id limit ?",
        this::readClaim,
        conditions.parameters(rows));
  }

  void put(Claim c) {
    sql.update(
        """
        insert into pbr_claim (id, authority, model_id, contract_id, provider_id, outcome, person,
          achieved_on, actual, evidence, status, reason, dispute, corrected_actual, statement_id,
          claimed_by, decided_by, version)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?)
        on conflict (id) do update set status = excluded.status, reason = excluded.reason,
          dispute = excluded.dispute, corrected_actual = excluded.corrected_actual,
          statement_id = excluded.statement_id, decided_by = excluded.decided_by,
          version = excluded.version""",
        c.id(),
        c.authority(),
        c.modelId(),
        c.contractId(),
        c.providerId(),
        c.outcome(),
        c.person(),
        c.achievedOn(),
        c.actual(),
        c.evidence(),
        c.status(),
        c.reason(),
        c.dispute(),
        c.correctedActual(),
        c.statementId(),
        c.claimedBy(),
        c.decidedBy(),
        c.version());
  }

  Optional<Statement> statement(UUID id, boolean lock) {
    return sql.first(
        "select * from pbr_statement where id = ?" + (lock ? " for update" : ""),
        this::readStatement,
        id);
  }

  List<Statement> statements(StatementFilter filter, @Nullable UUID after, int rows) {
    Conditions conditions = filter.conditions().and("id > ?", after);
    return sql.list(
        "select * from pbr_statement" + conditions.where() + " order by id limit ?",
        this::readStatement,
        conditions.parameters(rows));
  }

  /** Every statement of a model, earliest period first. */
  List<Statement> statements(UUID model) {
    return sql.list(
        "select * from pbr_statement where model_id = ? order by period_start",
        this::readStatement,
        model);
  }

  void put(Statement s) {
    sql.update(
        """
        insert into pbr_statement (id, authority, model_id, contract_id, provider_id, period_start,
          period_end, status, content, total, agreed_by, agreed_at, paid_on, payment_reference,
          version)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update set status = excluded.status, content = excluded.content,
          total = excluded.total, agreed_by = excluded.agreed_by, agreed_at = excluded.agreed_at,
          paid_on = excluded.paid_on, payment_reference = excluded.payment_reference,
          version = excluded.version""",
        s.id(),
        s.authority(),
        s.modelId(),
        s.contractId(),
        s.providerId(),
        s.periodStart(),
        s.periodEnd(),
        s.status(),
        json.write(s.content()),
        s.content().total(),
        s.agreedBy(),
        s.agreedAt(),
        s.paidOn(),
        s.paymentReference(),
        s.version());
  }

  private PaymentModel readModel(ResultSet row) throws SQLException {
    return new PaymentModel(
        id(row, "id"),
        row.getString("authority"),
        id(row, "contract_id"),
        row.getString("contract_reference"),
        Sql.uuid(row, "provider_id"),
        PaymentModel.Status.valueOf(row.getString("status")),
        Objects.requireNonNull(Sql.day(row, "starts_on")),
        Sql.day(row, "ends_on"),
        json.read(row.getString("terms"), ModelTerms.class),
        row.getLong("version"));
  }

  private Claim readClaim(ResultSet row) throws SQLException {
    return new Claim(
        id(row, "id"),
        row.getString("authority"),
        id(row, "model_id"),
        id(row, "contract_id"),
        Sql.uuid(row, "provider_id"),
        row.getString("outcome"),
        row.getString("person"),
        Objects.requireNonNull(Sql.day(row, "achieved_on")),
        row.getBigDecimal("actual"),
        row.getString("evidence"),
        ClaimStatus.valueOf(row.getString("status")),
        row.getString("reason"),
        row.getString("dispute"),
        row.getBigDecimal("corrected_actual"),
        Sql.uuid(row, "statement_id"),
        row.getString("claimed_by"),
        row.getString("decided_by"),
        row.getLong("version"));
  }

  private Statement readStatement(ResultSet row) throws SQLException {
    return new Statement(
        id(row, "id"),
        row.getString("authority"),
        id(row, "model_id"),
        id(row, "contract_id"),
        Sql.uuid(row, "provider_id"),
        Objects.requireNonNull(Sql.day(row, "period_start")),
        Objects.requireNonNull(Sql.day(row, "period_end")),
        Statement.Status.valueOf(row.getString("status")),
        json.read(row.getString("content"), StatementContent.class),
        row.getString("agreed_by"),
        Sql.instant(row, "agreed_at"),
        Sql.day(row, "paid_on"),
        row.getString("payment_reference"),
        row.getLong("version"));
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(Sql.uuid(row, column));
  }
}
