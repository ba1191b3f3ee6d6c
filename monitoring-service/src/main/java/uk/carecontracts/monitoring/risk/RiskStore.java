package uk.carecontracts.monitoring.risk;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.json.StoredJson;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/** The latest assessment of each contract, with overrides and reviews. */
@ApplicationScoped
class RiskStore {
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
  private static final TypeReference<List<FactorScore>> FACTORS = new TypeReference<>() {};

  private static final String SELECT =
      """
      select k.*, o.tier as override_tier, o.reason, o.expires, o.decided_by, review.reviewed_on,
        c.reference, c.title, c.provider_name
      from contract_risk k
      left join risk_override o on o.contract_id = k.contract_id
      left join contract_view c on c.contract_id = k.contract_id
      left join lateral (select max(reviewed_on) as reviewed_on from contract_review r
        where r.contract_id = k.contract_id) review on true""";

  private static final String UPSERT =
      """
      insert into contract_risk (contract_id, authority, provider_id, score, scored_tier, tier,
        flagged, reasons, factors, weights_version, frequency_months, assessed_at, version)
      values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?)
      on conflict (contract_id) do update set provider_id = excluded.provider_id,
        score = excluded.score, scored_tier = excluded.scored_tier, tier = excluded.tier,
        flagged = excluded.flagged, reasons = excluded.reasons, factors = excluded.factors,
        weights_version = excluded.weights_version, frequency_months = excluded.frequency_months,
        assessed_at = excluded.assessed_at, version = excluded.version""";

  private final Sql sql;
  private final StoredJson json;

  RiskStore(Sql sql, StoredJson json) {
    this.sql = sql;
    this.json = json;
  }

  /** An assessment with what a list shows beside it. */
  record Row(
      AssessedRisk risk,
      @Nullable String reference,
      @Nullable String title,
      @Nullable String providerName) {}

  /** Lets one writer at a time assess a contract, or a provider's, until its transaction ends. */
  void take(UUID contract) {
    sql.list(
        "select pg_advisory_xact_lock(hashtextextended('risk:' || ?, 0))",
        row -> true,
        contract.toString());
  }

  Optional<AssessedRisk> find(UUID contract) {
    return sql.first(SELECT + " where k.contract_id = ?", this::read, contract).map(Row::risk);
  }

  /** Contracts that have been assessed, or some of them by id. */
  List<UUID> assessed(@Nullable UUID after, int rows) {
    Conditions conditions = new Conditions().and("contract_id > ?", after);
    return sql.list(
        "select contract_id from contract_risk"
            + conditions.where()
            + " order by contract_id limit ?",
        row -> Objects.requireNonNull(row.getObject(1, UUID.class)),
        conditions.parameters(rows));
  }

  /** Assessments by score, highest first. */
  List<Row> page(RiskFilter filter, @Nullable BigDecimal score, @Nullable UUID id, int rows) {
    Conditions conditions =
        new Conditions()
            .and("k.tier = ?", filter.tier)
            .and("k.flagged = ?", filter.flagged)
            .and("k.provider_id" + ProviderRecords.ANY_RECORD_OF, filter.providerId);
    if (score != null) {
      conditions.all("(k.score < ? or (k.score = ? and k.contract_id > ?))", score, score, id);
    }
    return sql.list(
        SELECT + conditions.where() + " order by k.score desc, k.contract_id limit ?",
        this::read,
        conditions.parameters(rows));
  }

  private Row read(ResultSet row) throws SQLException {
    String overrideTier = row.getString("override_tier");
    TierOverride override =
        overrideTier == null
            ? null
            : new TierOverride(
                RiskTier.valueOf(overrideTier),
                row.getString("reason"),
                Objects.requireNonNull(Sql.day(row, "expires")),
                row.getString("decided_by"));
    AssessedRisk risk =
        new AssessedRisk(
            Objects.requireNonNull(Sql.uuid(row, "contract_id")),
            row.getString("authority"),
            Sql.uuid(row, "provider_id"),
            row.getBigDecimal("score"),
            RiskTier.valueOf(row.getString("scored_tier")),
            RiskTier.valueOf(row.getString("tier")),
            row.getBoolean("flagged"),
            json.read(row.getString("reasons"), TEXTS),
            json.read(row.getString("factors"), FACTORS),
            row.getString("weights_version"),
            row.getInt("frequency_months"),
            override,
            Sql.day(row, "reviewed_on"),
            Objects.requireNonNull(Sql.instant(row, "assessed_at")),
            row.getLong("version"));
    return new Row(
        risk, row.getString("reference"), row.getString("title"), row.getString("provider_name"));
  }

  void put(AssessedRisk risk) {
    sql.update(
        UPSERT,
        risk.contractId(),
        risk.authority(),
        risk.providerId(),
        risk.score(),
        risk.scoredTier(),
        risk.tier(),
        risk.flagged(),
        json.write(risk.reasons()),
        json.write(risk.factors()),
        risk.weightsVersion(),
        risk.frequencyMonths(),
        risk.assessedAt(),
        risk.version());
  }

  void putOverride(UUID contract, String authority, TierOverride override, Instant at) {
    sql.update(
        """
        insert into risk_override
          (contract_id, authority, tier, reason, expires, decided_by, decided_at)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (contract_id) do update set tier = excluded.tier, reason = excluded.reason,
          expires = excluded.expires, decided_by = excluded.decided_by,
          decided_at = excluded.decided_at""",
        contract,
        authority,
        override.tier(),
        override.reason(),
        override.expires(),
        override.decidedBy(),
        at);
  }

  void putReview(UUID contract, String authority, LocalDate on, String summary, String by) {
    sql.update(
        "insert into contract_review (contract_id, authority, reviewed_on, summary, reviewed_by)"
            + " values (?, ?, ?, ?, ?) on conflict (contract_id, reviewed_on)"
            + " do update set summary = excluded.summary, reviewed_by = excluded.reviewed_by",
        contract,
        authority,
        on,
        summary,
        by);
  }
}
