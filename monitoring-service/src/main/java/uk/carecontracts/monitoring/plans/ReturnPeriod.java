package uk.carecontracts.monitoring.plans;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;

/** A period of a plan as a row. */
@Entity
@Table(name = "return_period")
class ReturnPeriod {
  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "plan_id", updatable = false)
  MonitoringPlan plan;

  @Column(updatable = false)
  private String authority;

  @Column(name = "period_start", updatable = false)
  private LocalDate periodStart;

  @Column(name = "period_end")
  private LocalDate periodEnd;

  @Column(name = "due_on")
  private LocalDate dueOn;

  private boolean expected;

  @Column(name = "overdue_since")
  private @Nullable LocalDate overdueSince;

  /** For the persistence provider. */
  protected ReturnPeriod() {}

  ReturnPeriod(MonitoringPlan plan, String authority, Period period) {
    this.id = Ids.next();
    this.plan = plan;
    this.authority = authority;
    this.periodStart = period.periodStart();
    take(period);
  }

  LocalDate periodStart() {
    return periodStart;
  }

  final void take(Period period) {
    periodEnd = period.periodEnd();
    dueOn = period.dueOn();
    expected = period.expected();
  }

  void markOverdue(LocalDate today) {
    overdueSince = today;
  }

  Period period() {
    return new Period(periodStart, periodEnd, dueOn, expected, overdueSince);
  }
}
