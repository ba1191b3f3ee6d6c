package uk.carecontracts.monitoring.risk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import uk.carecontracts.monitoring.database.Sql;

/** Risk weights as dated versions: an authority's own, else the shared ones. */
@Singleton
class WeightsStore {
  private static final TypeReference<Map<RiskFactor, BigDecimal>> POINTS = new TypeReference<>() {};

  private final Sql sql;
  private final ObjectMapper json;

  WeightsStore(Sql sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /** The weights that hold for an authority on a day. */
  RiskWeights holding(String authority, LocalDate day) {
    return sql.first(
            "select * from risk_weights where authority in (?, 'SHARED') and valid_from <= ?"
                + " order by authority = 'SHARED', valid_from desc limit 1",
            this::read,
            authority,
            day)
        .orElseThrow(() -> new IllegalStateException("No risk weights hold on " + day));
  }

  private RiskWeights read(ResultSet row) throws SQLException {
    try {
      return new RiskWeights(
          row.getString("version"),
          Objects.requireNonNull(Sql.day(row, "valid_from")),
          json.readValue(row.getString("weights"), POINTS),
          row.getBigDecimal("unknown_share"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Risk weights are not readable", e);
    }
  }
}
