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
        version);
  }
}
