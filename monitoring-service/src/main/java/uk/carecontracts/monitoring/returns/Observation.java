package uk.carecontracts.monitoring.returns;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;

/** One observation of a return as a row. */
@Entity
@Table(name = "observation")
class Observation {
  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "return_id", updatable = false)
  PerformanceReturn owner;

  @Column(updatable = false)
  private String authority;

  @Column(updatable = false)
  private String indicator;

  private @Nullable BigDecimal value;
  private @Nullable BigDecimal numerator;
  private @Nullable BigDecimal denominator;
  private @Nullable String note;

  /** For the persistence provider. */
  protected Observation() {}

  Observation(PerformanceReturn owner, String authority, Reading reading) {
    this.id = Ids.next();
    this.owner = owner;
    this.authority = authority;
    this.indicator = reading.indicator();
    take(reading);
  }

  String indicator() {
    return indicator;
  }

  final void take(Reading reading) {
    value = reading.value();
    numerator = reading.numerator();
    denominator = reading.denominator();
    note = reading.note();
  }

  Reading reading() {
    return new Reading(
        indicator, stripped(value), stripped(numerator), stripped(denominator), note);
  }

  /** PostgreSQL keeps the places a number came with; the public state does not depend on them. */
  private static @Nullable BigDecimal stripped(@Nullable BigDecimal number) {
    if (number == null) {
      return null;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
