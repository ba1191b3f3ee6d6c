package uk.carecontracts.providers.terms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One published value of an index. */
@Entity
@Table(name = "index_point")
@IdClass(IndexPoint.Key.class)
public class IndexPoint {

  @Id
  @Column(name = "series_id")
  private UUID seriesId;

  @Id private LocalDate day;

  @Column(name = "index_code")
  private String indexCode;

  private String authority;
  private @Nullable BigDecimal value;
  private @Nullable BigDecimal movement;
  private String source;

  /** What names a point. */
  public record Key(UUID seriesId, LocalDate day) implements Serializable {}

  /** For the persistence provider. */
  @SuppressWarnings("NullAway")
  protected IndexPoint() {}

  IndexPoint(
      UUID seriesId,
      LocalDate day,
      String indexCode,
      String authority,
      @Nullable BigDecimal value,
      @Nullable BigDecimal movement,
      String source) {
    this.seriesId = seriesId;
    this.day = day;
    this.indexCode = indexCode;
    this.authority = authority;
    this.value = value;
    this.movement = movement;
    this.source = source;
  }

  /** The series it belongs to. */
  public UUID seriesId() {
    return seriesId;
  }

  /** The day the value is for. */
  public LocalDate day() {
    return day;
  }

  /** The value, absent where only movements are published. */
  public @Nullable BigDecimal value() {
    return value;
  }

  /** Percentage movement over twelve months as published. */
  public @Nullable BigDecimal movement() {
    return movement;
  }

  /** GSS code of the authority that entered the series. */
  public String authority() {
    return authority;
  }

  /** Where it was published. */
  public String source() {
    return source;
  }
}
