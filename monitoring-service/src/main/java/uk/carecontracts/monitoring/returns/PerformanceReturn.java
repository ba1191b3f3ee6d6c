package uk.carecontracts.monitoring.returns;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.monitoring.plans.Period;
import uk.carecontracts.monitoring.plans.PlanState;

/**
 * What a provider reports for a period: drafted, handed in, perhaps sent back with reasons,
 * approved and then locked. Every change raises the version by one.
 */
@Entity
@Table(name = "performance_return")
class PerformanceReturn {
  @Id private UUID id;

  @Column(updatable = false)
  private String authority;

  @Column(name = "plan_id", updatable = false)
  private UUID planId;

  @Column(name = "contract_id", updatable = false)
  private UUID contractId;

  @Column(name = "provider_id", updatable = false)
  private @Nullable UUID providerId;

  @Column(name = "period_start", updatable = false)
  private LocalDate periodStart;

  @Column(name = "period_end", updatable = false)
  private LocalDate periodEnd;

  @Enumerated(EnumType.STRING)
  private ReturnStatus status;

  @Column(name = "minutes_spent")
  private @Nullable Integer minutesSpent;

  @Column(name = "submitted_at")
  private @Nullable Instant submittedAt;

  @Column(name = "submitted_by")
  private @Nullable String submittedBy;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  @Column(name = "decided_by")
  private @Nullable String decidedBy;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(columnDefinition = "text[]")
  private List<String> reasons = new ArrayList<>();

  /** JSON, see {@link ReturnFlag}. */
  private String flags = "[]";

  /** JSON, see {@link LockException}. */
  private String exceptions = "[]";

  private long version;

  @OneToMany(mappedBy = "owner", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("indicator")
  private List<Observation> observations = new ArrayList<>();

  /** For the persistence provider. */
  protected PerformanceReturn() {}

  private PerformanceReturn(PlanState plan, Period period) {
    this.id = Ids.next();
    this.authority = plan.authority();
    this.planId = plan.id();
    this.contractId = plan.contractId();
    this.providerId = plan.providerId();
    this.periodStart = period.periodStart();
    this.periodEnd = period.periodEnd();
    this.status = ReturnStatus.DRAFT;
    this.version = 1;
  }

  /** Begins a return for a period of a plan. */
  static PerformanceReturn draft(
      PlanState plan, Period period, List<Reading> readings, @Nullable Integer minutesSpent) {
    PerformanceReturn draft = new PerformanceReturn(plan, period);
    draft.fillIn(readings, minutesSpent);
    return draft;
  }

  /** Replaces what was filled in. */
  void correct(List<Reading> readings, @Nullable Integer minutes) {
    requireOpen("corrected");
    fillIn(readings, minutes);
    version++;
  }

  private void fillIn(List<Reading> readings, @Nullable Integer minutes) {
    minutesSpent = minutes;
    Map<String, Reading> wanted = new LinkedHashMap<>();
    readings.forEach(reading -> wanted.put(reading.indicator(), reading));
    observations.removeIf(observation -> !wanted.containsKey(observation.indicator()));
    for (Observation observation : observations) {
      Reading reading = wanted.remove(observation.indicator());
      if (reading != null) {
        observation.take(reading);
      }
    }
    wanted.values().forEach(reading -> observations.add(new Observation(this, authority, reading)));
  }

  /** Hands the return in. */
  void submit(String by, Instant at) {
    requireOpen("submitted");
    handIn(by, at);
    version++;
  }

  /** Hands a return in that was not recorded as a draft first. */
  void submitAtOnce(String by, Instant at) {
    handIn(by, at);
  }

  private void handIn(String by, Instant at) {
    status = ReturnStatus.SUBMITTED;
    submittedBy = by;
    submittedAt = at;
    reasons = new ArrayList<>();
  }

  /** Notes what the officer should look at. */
  void flag(List<ReturnFlag> noticed) {
    flags = JsonText.write(noticed);
  }

  /** Puts an approved return right, recording why and what changed; it stays locked. */
  void correctLocked(String reason, List<Reading> readings, String by, Instant at) {
    if (status != ReturnStatus.APPROVED) {
      throw ProblemException.conflict(
          "RETURN_NOT_LOCKED",
          "The return is " + status + ": correct or send it back in the ordinary way.");
    }
    Map<String, Reading> before = new LinkedHashMap<>();
    readings().forEach(reading -> before.put(reading.indicator(), reading));
    fillIn(readings, minutesSpent);
    List<LockException> all = new ArrayList<>(JsonText.exceptions(exceptions));
    all.add(new LockException(reason, by, at, changes(before)));
    exceptions = JsonText.write(all);
    version++;
  }

  private List<LockException.ValueChange> changes(Map<String, Reading> before) {
    List<LockException.ValueChange> changes = new ArrayList<>();
    for (Reading now : readings()) {
      Reading then = before.remove(now.indicator());
      if (then == null || !same(then.value(), now.value())) {
        changes.add(
            new LockException.ValueChange(
                now.indicator(), then == null ? null : then.value(), now.value()));
      }
    }
    before
        .values()
        .forEach(
            gone ->
                changes.add(new LockException.ValueChange(gone.indicator(), gone.value(), null)));
    return changes;
  }

  private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.compareTo(other) == 0;
  }

  /** Sends the return back to be corrected. */
  void sendBack(List<String> why, String by, Instant at) {
    requireSubmitted("sent back");
    status = ReturnStatus.SENT_BACK;
    reasons = new ArrayList<>(why);
    submittedAt = null;
    decide(by, at);
  }

  /** Accepts the return and locks it. */
  void approve(String by, Instant at) {
    requireSubmitted("approved");
    status = ReturnStatus.APPROVED;
    decide(by, at);
  }

  private void decide(String by, Instant at) {
    decidedBy = by;
    decidedAt = at;
    version++;
  }

  private void requireOpen(String what) {
    if (status == ReturnStatus.APPROVED) {
      throw ProblemException.conflict(
          "RETURN_LOCKED", "The return is approved and locked; it cannot be " + what + ".");
    }
    if (status == ReturnStatus.SUBMITTED) {
      throw ProblemException.conflict(
          "RETURN_SUBMITTED", "The return is with the officer; it cannot be " + what + " now.");
    }
  }

  private void requireSubmitted(String what) {
    if (status != ReturnStatus.SUBMITTED) {
      throw ProblemException.conflict(
          "RETURN_NOT_SUBMITTED",
          "Only a submitted return can be " + what + "; this one is " + status + ".");
    }
  }

  UUID id() {
    return id;
  }

  UUID planId() {
    return planId;
  }

  LocalDate periodStart() {
    return periodStart;
  }

  LocalDate periodEnd() {
    return periodEnd;
  }

  @Nullable UUID providerId() {
    return providerId;
  }

  long version() {
    return version;
  }

  List<Reading> readings() {
    return observations.stream()
        .map(Observation::reading)
        .sorted(Comparator.comparing(Reading::indicator))
        .toList();
  }

  ReturnState state() {
    return new ReturnState(
        id,
        authority,
        planId,
        contractId,
        providerId,
        periodStart,
        periodEnd,
        status,
        readings(),
        minutesSpent,
        submittedAt,
        submittedBy,
        decidedAt,
        decidedBy,
        List.copyOf(reasons),
        JsonText.flags(flags),
        JsonText.exceptions(exceptions),
        version);
  }
}
