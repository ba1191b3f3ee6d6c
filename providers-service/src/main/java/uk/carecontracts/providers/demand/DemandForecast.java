package uk.carecontracts.providers.demand;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.providers.locations.CareType;

/** A forecast of one service's demand; each save makes a version that stays as it is. */
@Entity
@Table(name = "demand_forecast")
class DemandForecast {

  @Id private UUID id;
  @Version private long version;
  private String authority;
  private String name;

  @Column(name = "service_type")
  private String serviceType;

  @Enumerated(EnumType.STRING)
  private VolumeUnit unit;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "care_types")
  private String[] careTypes;

  @Column(name = "saved_by")
  private String savedBy;

  @Column(name = "saved_at")
  private Instant savedAt;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway")
  protected DemandForecast() {}

  static DemandForecast of(
      String authority, ForecastForms.NewForecast form, String by, Instant now) {
    DemandForecast fresh = new DemandForecast();
    fresh.id = Ids.next();
    fresh.version = 1;
    fresh.authority = authority;
    fresh.name = form.name();
    fresh.serviceType = form.serviceType();
    fresh.unit = form.unit();
    List<CareType> types = form.careTypes() == null ? List.of() : form.careTypes();
    fresh.careTypes = types.stream().distinct().map(Enum::name).toArray(String[]::new);
    fresh.savedBy = by;
    fresh.savedAt = now;
    return fresh;
  }

  /** Another version was saved. */
  void saved(String by, Instant now) {
    savedBy = by;
    savedAt = now;
  }

  ForecastVersion versioned(ForecastInputs inputs, String source, String note) {
    return new ForecastVersion(
        new ForecastVersion.Key(id, version), authority, inputs, source, note, savedBy, savedAt);
  }

  ForecastState state(ForecastVersion of) {
    List<Projection.Volume> volumes = Projection.of(of.inputs());
    return new ForecastState(
        id,
        authority,
        name,
        serviceType,
        unit,
        careTypes(),
        of.source(),
        of.note(),
        of.savedBy(),
        of.savedAt(),
        Projection.totals(volumes).stream().map(Projection.Volume::shown).toList(),
        volumes.stream().map(Projection.Volume::shown).toList(),
        ForecastState.HOW,
        of.number());
  }

  ForecastState.Item item() {
    return new ForecastState.Item(id, name, serviceType, unit, savedAt, version);
  }

  List<CareType> careTypes() {
    return java.util.Arrays.stream(careTypes).map(CareType::valueOf).toList();
  }

  UUID id() {
    return id;
  }

  String authority() {
    return authority;
  }

  String serviceType() {
    return serviceType;
  }

  VolumeUnit unit() {
    return unit;
  }

  long version() {
    return version;
  }
}
