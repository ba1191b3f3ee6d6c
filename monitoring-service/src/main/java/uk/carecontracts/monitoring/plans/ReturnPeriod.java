package uk.carecontracts.monitoring.plans;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
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

  /** Null in rows from before returns kept it: everything, about the whole period. */
  @Convert(converter = QuestionsText.class)
  private @Nullable List<Question> asks;

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
    ask(period.asks());
  }

  void ask(List<Question> questions) {
    if (!questions.equals(asks)) {
      asks = List.copyOf(questions);
    }
  }

  void markOverdue(LocalDate today) {
    overdueSince = today;
  }

  Period period() {
    return new Period(periodStart, periodEnd, dueOn, expected, overdueSince, questions());
  }

  private List<Question> questions() {
    return asks != null
        ? asks
        : List.of(Question.ofEverything(periodStart, periodEnd, plan.indicatorCodes()));
  }
}
