package uk.carecontracts.providers.locations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.providers.ratings.RatingSummary;
import uk.carecontracts.providers.ratings.Regulator;
import uk.carecontracts.providers.ratings.SpecialMeasures;
import uk.carecontracts.providers.ratings.Standing;

/** A registered home or branch: one for each registration with the regulator. */
@Entity
@Table(name = "location")
public class Location {

  @Id private UUID id;
  @Version private long version;
  private String authority;

  @Column(name = "provider_id")
  private @Nullable UUID providerId;

  private String name;

  @Column(name = "cqc_location_id")
  private @Nullable String cqcLocationId;

  @Enumerated(EnumType.STRING)
  @Column(name = "care_type")
  private CareType careType;

  @Column(name = "ofsted_urn")
  private @Nullable String ofstedUrn;

  private @Nullable Integer beds;
  private String area;
  private @Nullable String postcode;
  private @Nullable String address;
  private @Nullable String telephone;
  private @Nullable String website;
  private @Nullable BigDecimal latitude;
  private @Nullable BigDecimal longitude;

  @Enumerated(EnumType.STRING)
  private LocationStatus status;

  @Column(name = "opened_after")
  private @Nullable LocalDate openedAfter;

  @Column(name = "opened_until")
  private @Nullable LocalDate openedUntil;

  @Column(name = "closed_after")
  private @Nullable LocalDate closedAfter;

  @Column(name = "closed_until")
  private @Nullable LocalDate closedUntil;

  @Column(name = "successor_id")
  private @Nullable UUID successorId;

  private boolean sighted;

  @Column(name = "inspection_date")
  private @Nullable LocalDate inspectionDate;

  @Column(name = "current_rating")
  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable RatingSummary currentRating;

  @Column(name = "previous_rating")
  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable RatingSummary previousRating;

  @Column(name = "special_measures")
  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable SpecialMeasures specialMeasures;

  /** Makes every recorded rating a version, also one that moves nothing. */
  @Column(name = "ratings_recorded")
  private int ratingsRecorded;

  /** The overall rating by itself, for filters. */
  private @Nullable String rating;

  @Column(name = "registered_at")
  private Instant registeredAt;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway")
  protected Location() {}

  static Location register(String authority, LocationFacts facts, Instant now) {
    Location location = new Location();
    location.id = Ids.next();
    location.version = 1;
    location.authority = authority;
    location.status = LocationStatus.OPEN;
    location.registeredAt = now;
    location.describe(facts);
    return location;
  }

  /** Takes facts over; coordinates compare by value. */
  void describe(LocationFacts facts) {
    providerId = facts.providerId();
    name = facts.name();
    cqcLocationId = facts.cqcLocationId();
    careType = facts.careType();
    beds = facts.beds();
    area = facts.area();
    postcode = facts.postcode();
    address = facts.address();
    telephone = facts.telephone();
    website = facts.website();
    latitude = sameOr(latitude, facts.latitude());
    longitude = sameOr(longitude, facts.longitude());
    inspectionDate = facts.inspectionDate();
  }

  private static @Nullable BigDecimal sameOr(@Nullable BigDecimal now, @Nullable BigDecimal then) {
    boolean same = now != null && then != null && now.compareTo(then) == 0;
    return same ? now : then;
  }

  /** Dated files show when it was open. */
  void appear(Presence presence) {
    sighted = true;
    follow(presence);
  }

  /** Takes over when it was open after all that is known. */
  void follow(Presence presence) {
    Between opened = presence.opened();
    openedAfter = opened == null ? null : opened.after();
    openedUntil = opened == null ? null : opened.until();
    closed(presence.closed());
  }

  /** It closed on a known day or between two, or is open when null. */
  void closed(@Nullable Between when) {
    status = when == null ? LocationStatus.OPEN : LocationStatus.CLOSED;
    closedAfter = when == null ? null : when.after();
    closedUntil = when == null ? null : when.until();
  }

  /** Carries the number of a register. */
  void numbered(Regulator register, String number) {
    if (register == Regulator.CQC) {
      cqcLocationId = number;
    } else {
      ofstedUrn = number;
    }
  }

  /** Its number in a register. */
  @Nullable String registerId(Regulator register) {
    return register == Regulator.CQC ? cqcLocationId : ofstedUrn;
  }

  /** Whether evidence comes to something else than the record says. */
  boolean differs(Presence presence, @Nullable UUID successor) {
    return !Objects.equals(state().openedBetween(), presence.opened())
        || !Objects.equals(state().closedBetween(), presence.closed())
        || (successor != null && !successor.equals(successorId));
  }

  /** Another registration replaced it at the same premises, or none when null. */
  void succeededBy(@Nullable UUID successor) {
    successorId = successor;
  }

  /** What all reports come to. */
  void stand(Standing standing) {
    ratingsRecorded++;
    currentRating = standing.current();
    previousRating = standing.previous();
    specialMeasures = standing.specialMeasures();
    rating = standing.current() == null ? null : standing.current().overall().name();
  }

  /** The provider that runs it. */
  void runBy(UUID provider) {
    providerId = provider;
  }

  /** The registered beds now. */
  void beds(@Nullable Integer number) {
    beds = number;
  }

  LocationFacts facts() {
    return new LocationFacts(
        providerId,
        name,
        cqcLocationId,
        careType,
        beds,
        area,
        postcode,
        address,
        telephone,
        website,
        latitude,
        longitude,
        inspectionDate);
  }

  /** Whether the record says all of it already. */
  boolean says(LocationFacts facts) {
    LocationFacts now = facts();
    return now.equals(
        new LocationFacts(
            facts.providerId(),
            facts.name(),
            facts.cqcLocationId(),
            facts.careType(),
            facts.beds(),
            facts.area(),
            facts.postcode(),
            facts.address(),
            facts.telephone(),
            facts.website(),
            sameOr(latitude, facts.latitude()),
            sameOr(longitude, facts.longitude()),
            facts.inspectionDate()));
  }

  LocationState state() {
    return new LocationState(
        id,
        authority,
        providerId,
        name,
        cqcLocationId,
        ofstedUrn,
        careType,
        beds,
        area,
        postcode,
        address,
        telephone,
        website,
        latitude,
        longitude,
        status,
        openedUntil == null ? null : new Between(openedAfter, openedUntil),
        closedUntil == null ? null : new Between(closedAfter, closedUntil),
        successorId,
        inspectionDate,
        currentRating,
        previousRating,
        Objects.requireNonNullElse(specialMeasures, SpecialMeasures.none()),
        version);
  }

  /** What identifies it for comparison with files. */
  HomeKey key() {
    return HomeKey.of(
        cqcLocationId,
        name,
        Objects.requireNonNullElse(address, ""),
        Objects.requireNonNullElse(postcode, ""),
        telephone);
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  String name() {
    return name;
  }

  String area() {
    return area;
  }

  LocationStatus status() {
    return status;
  }

  @Nullable RatingSummary currentRating() {
    return currentRating;
  }

  /** Known from dated files, which say when it opens and closes. */
  boolean sighted() {
    return sighted;
  }

  /** Code of the current overall rating. */
  @Nullable String ratingCode() {
    return rating;
  }
}
