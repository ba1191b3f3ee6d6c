package uk.carecontracts.providers.locations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.providers.ratings.KeyQuestions;
import uk.carecontracts.providers.ratings.Rating;
import uk.carecontracts.providers.ratings.RatingSummary;
import uk.carecontracts.providers.ratings.Regulator;

/** A rating as somebody recorded it; only whether a correction replaced it ever changes. */
@Entity
@Table(name = "location_rating")
class LocationRating {

  @Id private UUID id;

  @Column(name = "location_id")
  private UUID locationId;

  private String authority;

  @Enumerated(EnumType.STRING)
  private Regulator regulator;

  @Column(name = "report_date")
  private LocalDate reportDate;

  @Enumerated(EnumType.STRING)
  private Rating overall;

  @Column(name = "key_questions")
  @JdbcTypeCode(SqlTypes.JSON)
  private KeyQuestions keyQuestions;

  @Column(name = "report_url")
  private @Nullable String reportUrl;

  private boolean inherited;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "recorded_by")
  private String recordedBy;

  private @Nullable UUID corrects;
  private @Nullable String reason;
  private boolean replaced;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway")
  protected LocationRating() {}

  static LocationRating of(
      UUID location, String authority, String person, RatingSummary rating, Instant now) {
    LocationRating recorded = new LocationRating();
    recorded.id = Ids.next();
    recorded.locationId = location;
    recorded.authority = authority;
    recorded.recordedBy = person;
    recorded.recordedAt = now;
    recorded.regulator = rating.regulator();
    recorded.reportDate = rating.reportDate();
    recorded.overall = rating.overall();
    recorded.keyQuestions = rating.keyQuestions();
    recorded.reportUrl = rating.reportUrl();
    recorded.inherited = rating.inherited();
    return recorded;
  }

  /** Takes the place of one recorded wrongly. */
  LocationRating correcting(LocationRating wrong, String why) {
    corrects = wrong.id;
    reason = why;
    wrong.replaced = true;
    return this;
  }

  RatingSummary summary() {
    return new RatingSummary(regulator, overall, reportDate, keyQuestions, reportUrl, inherited);
  }

  RatingRecord shown() {
    return new RatingRecord(
        id,
        locationId,
        regulator,
        overall,
        reportDate,
        keyQuestions,
        reportUrl,
        inherited,
        authority,
        recordedAt,
        recordedBy,
        corrects,
        reason);
  }

  UUID id() {
    return id;
  }

  UUID locationId() {
    return locationId;
  }

  boolean replaced() {
    return replaced;
  }
}
