package uk.carecontracts.monitoring.risk;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.json.StoredJson;

/** Risk weights as dated versions: an authority's own, else the shared ones. */
@Singleton
class WeightsStore {
  private static final TypeReference<Map<RiskFactor, BigDecimal>> POINTS = new TypeReference<>() {};

  private final Sql sql;
  private final StoredJson json;

  WeightsStore(Sql sql, StoredJson json) {
    this.sql = sql;
    this.json = json;
  }

  /** The weights that hold for an authority on a day. */
  RiskWeights holding(String authority, LocalDate day) {
    return sql.first(
            "select * from risk_weights where authority in (?, 'SHARED') and valid_from <= ? order"
                + " by authority = 'SHARED', valid_from desc, adopted_at desc nulls last limit 1",
            this::read,
            authority,
            day)
        .orElseThrow(() -> new IllegalStateException("No risk weights hold on " + day));
  }

  /** Every set an authority can see, the shared ones first, oldest first. */
  List<AdoptedWeights> all(String authority) {
    return sql.list(
        "select * from risk_weights where authority in (?, 'SHARED')"
            + " order by authority <> 'SHARED', valid_from, adopted_at limit 500",
        this::adopted,
        authority);
  }

  /** How many sets an authority has adopted, after which no one else adopts until the end. */
  int countForAdoption(String authority) {
    sql.list(
        "select pg_advisory_xact_lock(hashtextextended('risk-weights:' || ?, 0))",
        row -> true,
        authority);
    return sql.first(
            "select count(*) from risk_weights where authority = ?",
            row -> row.getInt(1),
            authority)
        .orElse(0);
  }

  void add(AdoptedWeights adopted) {
    sql.update(
        "insert into risk_weights (version, authority, valid_from, weights, unknown_share,"
            + " source, adopted_by, adopted_at, reason) values (?, ?, ?, ?::jsonb, ?, ?, ?, ?,"
            + " ?)",
        adopted.name(),
        adopted.authority(),
        adopted.validFrom(),
        json.write(adopted.weights()),
        adopted.unknownShare(),
        "Adopted by the authority",
        adopted.adoptedBy(),
        adopted.adoptedAt(),
        adopted.reason());
  }

  private AdoptedWeights adopted(ResultSet row) throws SQLException {
    RiskWeights weights = read(row);
    return new AdoptedWeights(
        AdoptedWeights.idOf(row.getString("authority")),
        row.getString("authority"),
        weights.version(),
        weights.validFrom(),
        weights.points(),
        weights.unknownShare(),
        row.getString("reason"),
        row.getString("adopted_by"),
        Sql.instant(row, "adopted_at"),
        1);
  }

  private RiskWeights read(ResultSet row) throws SQLException {
    return new RiskWeights(
        row.getString("version"),
        Objects.requireNonNull(Sql.day(row, "valid_from")),
        json.read(row.getString("weights"), POINTS),
        row.getBigDecimal("unknown_share"));
  }
}
