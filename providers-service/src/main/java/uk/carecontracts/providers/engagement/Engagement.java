package uk.carecontracts.providers.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;

/** One meeting or forum with providers. */
@Entity
@Table(name = "engagement")
class Engagement {

  @Id private UUID id;
  @Version private long version;
  private String authority;

  @Enumerated(EnumType.STRING)
  private EngagementKind kind;

  private String title;

  @Column(name = "held_on")
  private LocalDate heldOn;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private UUID[] providers;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] attendees;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] topics;

  private String notes;
  private int actions;

  @Column(name = "edited_by")
  private String editedBy;

  @Column(name = "edited_at")
  private Instant editedAt;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway")
  protected Engagement() {}

  static Engagement record(
      String authority, EngagementForms.Record form, LocalDate today, String by, Instant now) {
    Engagement fresh = new Engagement();
    fresh.id = Ids.next();
    fresh.version = 1;
    fresh.authority = authority;
    fresh.write(form, today, by, now);
    return fresh;
  }

  /** Takes over what is recorded; what has not been held yet cannot be recorded. */
  final void write(EngagementForms.Record form, LocalDate today, String by, Instant now) {
    if (form.heldOn().isAfter(today)) {
      throw new RuleViolation(
          "NOT_HELD_YET", "A meeting is recorded once it was held.", "/record/heldOn");
    }
    kind = form.kind();
    title = form.title();
    heldOn = form.heldOn();
    providers = orNone(form.providers()).stream().distinct().toArray(UUID[]::new);
    attendees = orNone(form.attendees()).toArray(String[]::new);
    topics = orNone(form.topics()).toArray(String[]::new);
    notes = form.notes();
    touch(by, now);
  }

  private static <T> List<T> orNone(@Nullable List<T> given) {
    return given == null ? List.of() : given;
  }

  /** Something about its actions changed. */
  final void touch(String by, Instant now) {
    editedBy = by;
    editedAt = now;
  }

  AgreedAction agree(EngagementForms.NewAction form) {
    if (form.dueOn().isBefore(heldOn)) {
      throw new RuleViolation(
          "DUE_BEFORE_MEETING", "An action is due after the meeting that agreed it.", "/dueOn");
    }
    actions++;
    return new AgreedAction(id, authority, form);
  }

  EngagementState state(List<AgreedAction> agreed) {
    return new EngagementState(
        id,
        authority,
        kind,
        title,
        heldOn,
        List.of(providers),
        List.of(attendees),
        List.of(topics),
        notes,
        agreed.stream().map(AgreedAction::state).toList(),
        editedBy,
        editedAt,
        version);
  }

  boolean concerns(Collection<UUID> family) {
    return !Collections.disjoint(List.of(providers), family);
  }

  UUID id() {
    return id;
  }

  String authority() {
    return authority;
  }

  LocalDate heldOn() {
    return heldOn;
  }

  /** How many actions were ever agreed. */
  int actions() {
    return actions;
  }

  long version() {
    return version;
  }
}
