package uk.carecontracts.monitoring.plans;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.monitoring.indicators.Frequency;
import uk.carecontracts.monitoring.indicators.Unit;
import uk.carecontracts.monitoring.scorecards.Direction;

/** An indicator of a plan as a row. */
@Entity
@Table(name = "plan_indicator")
class PlannedIndicator {
  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "plan_id", updatable = false)
  MonitoringPlan plan;

  @Column(updatable = false)
  private String authority;

  @Column(updatable = false)
  private String code;

  private String title;

  @Column(name = "outcome_code")
  private String outcomeCode;

  @Column(name = "outcome_title")
  private String outcomeTitle;

  @Enumerated(EnumType.STRING)
  private Unit unit;

  @Enumerated(EnumType.STRING)
  private Direction direction;

  private @Nullable BigDecimal baseline;
  private BigDecimal target;
  private BigDecimal tolerance;
  private BigDecimal weight;
  private boolean required;

  @Enumerated(EnumType.STRING)
  private Frequency frequency;

  @Column(name = "asked_since", updatable = false)
  private @Nullable LocalDate askedSince;

  /** For the persistence provider. */
  protected PlannedIndicator() {}

  PlannedIndicator(
      MonitoringPlan plan,
      String authority,
      IndicatorChoice choice,
      @Nullable LocalDate askedSince) {
    this.id = Ids.next();
    this.plan = plan;
    this.authority = authority;
    this.code = choice.code();
    this.askedSince = askedSince;
    take(choice);
  }

  String code() {
    return code;
  }

  final void take(IndicatorChoice choice) {
    title = choice.title();
    outcomeCode = choice.outcomeCode();
    outcomeTitle = choice.outcomeTitle();
    unit = choice.unit();
    direction = choice.direction();
    baseline = choice.baseline();
    target = choice.target();
    tolerance = choice.tolerance();
    weight = choice.weight();
    required = choice.required();
    frequency = choice.frequency();
  }

  Timetable.Pace pace() {
    return new Timetable.Pace(code, frequency, askedSince);
  }

  IndicatorChoice choice() {
    return new IndicatorChoice(
        code,
        title,
        outcomeCode,
        outcomeTitle,
        unit,
        direction,
        baseline,
        target,
        tolerance,
        weight,
        required,
        frequency);
  }
}
