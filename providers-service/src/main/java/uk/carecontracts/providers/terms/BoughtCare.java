package uk.carecontracts.providers.terms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One placement, or the volume one agreement reserves, as the contract register tells it. */
@Entity
@Table(name = "bought_care")
public class BoughtCare {

  @Id private UUID id;
  private String authority;
  private String kind;

  @Column(name = "contract_id")
  private @Nullable UUID contractId;

  @Column(name = "provider_id")
  private @Nullable UUID providerId;

  @Column(name = "service_type")
  private @Nullable String serviceType;

  @Column(name = "care_type")
  private @Nullable String careType;

  @Column(name = "client_group")
  private @Nullable String clientGroup;

  private @Nullable String area;
  private @Nullable String unit;

  @Column(name = "unit_price")
  private @Nullable BigDecimal unitPrice;

  @Column(name = "weekly_price")
  private @Nullable BigDecimal weeklyPrice;

  @Column(name = "hours_per_week")
  private @Nullable BigDecimal hoursPerWeek;

  private @Nullable BigDecimal places;
  private boolean block;

  @Column(name = "start_date")
  private @Nullable LocalDate startDate;

  @Column(name = "end_date")
  private @Nullable LocalDate endDate;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway")
  protected BoughtCare() {}

  BoughtCare(UUID id, String authority, String kind) {
    this.id = id;
    this.authority = authority;
    this.kind = kind;
  }

  void show(
      @Nullable UUID contract,
      @Nullable UUID provider,
      Purpose purpose,
      Volume volume,
      @Nullable LocalDate start,
      @Nullable LocalDate end) {
    contractId = contract;
    providerId = provider;
    serviceType = purpose.serviceType();
    careType = purpose.careType();
    clientGroup = purpose.clientGroup();
    area = purpose.area();
    unit = volume.unit();
    unitPrice = volume.unitPrice();
    weeklyPrice = volume.weeklyPrice();
    hoursPerWeek = volume.hoursPerWeek();
    places = volume.places();
    block = volume.block();
    startDate = start;
    endDate = end;
  }

  /** What it is bought for. */
  record Purpose(
      @Nullable String serviceType,
      @Nullable String careType,
      @Nullable String clientGroup,
      @Nullable String area) {}

  /** How much of it, and at which price. */
  record Volume(
      @Nullable String unit,
      @Nullable BigDecimal unitPrice,
      @Nullable BigDecimal weeklyPrice,
      @Nullable BigDecimal hoursPerWeek,
      @Nullable BigDecimal places,
      boolean block) {}

  /** Whether it is a placement that fills reserved volume. */
  public boolean block() {
    return block;
  }

  /** The placement or agreement. */
  public UUID id() {
    return id;
  }

  /** GSS code of the authority that buys. */
  public String authority() {
    return authority;
  }

  /** PLACEMENT or AGREEMENT. */
  public String kind() {
    return kind;
  }

  /** The contract it belongs to, when there is one. */
  public @Nullable UUID contractId() {
    return contractId;
  }

  /** HOUR or WEEK: what the unit price pays for. */
  public @Nullable String unit() {
    return unit;
  }

  /** Pounds for one unit. */
  public @Nullable BigDecimal unitPrice() {
    return unitPrice;
  }

  /** Kind of care home or service, where it is stated. */
  public @Nullable String careType() {
    return careType;
  }

  /** Code of the service. */
  public @Nullable String serviceType() {
    return serviceType;
  }

  /** GSS code of the area. */
  public @Nullable String area() {
    return area;
  }

  /** Hours a week, where the volume is time. */
  public @Nullable BigDecimal hoursPerWeek() {
    return hoursPerWeek;
  }

  /** People or beds at any one time. */
  public @Nullable BigDecimal places() {
    return places;
  }
}
