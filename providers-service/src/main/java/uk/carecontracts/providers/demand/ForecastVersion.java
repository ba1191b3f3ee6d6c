package uk.carecontracts.providers.demand;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Everything one version of a forecast was worked out from, as it was when it was saved. */
@Entity
@Immutable
@Table(name = "demand_forecast_version")
class ForecastVersion {

  @EmbeddedId private Key key;
  private String authority;

  @JdbcTypeCode(SqlTypes.JSON)
  private ForecastInputs inputs;

  private String source;
  private String note;

  @Column(name = "saved_by")
  private String savedBy;

  @Column(name = "saved_at")
  private Instant savedAt;

  /** The forecast and the number of its version. */
  @Embeddable
  record Key(@Column(name = "forecast_id") UUID forecastId, @Column(name = "version") long number)
      implements Serializable {}

  /** For the persistence provider. */
  @SuppressWarnings("NullAway")
  protected ForecastVersion() {}

  ForecastVersion(
      Key key,
      String authority,
      ForecastInputs inputs,
      String source,
      String note,
      String savedBy,
      Instant savedAt) {
    this.key = key;
    this.authority = authority;
    this.inputs = inputs;
    this.source = source;
    this.note = note;
    this.savedBy = savedBy;
    this.savedAt = savedAt;
  }

  String authority() {
    return authority;
  }

  long number() {
    return key.number();
  }

  ForecastInputs inputs() {
    return inputs;
  }

  String source() {
    return source;
  }

  String note() {
    return note;
  }

  String savedBy() {
    return savedBy;
  }

  Instant savedAt() {
    return savedAt;
  }
}
