package uk.carecontracts.monitoring.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.risk.RiskTier;

/**
 * The public state of a monitoring plan: what the API shows and every event carries.
 *
 * @param id the plan
 * @param authority GSS code
 * @param contractId the contract it watches
 * @param contractReference the contract's reference
 * @param contractTitle the contract's title
 * @param providerId the lead supplier's record, once matched
 * @param providerName the lead supplier
 * @param serviceType what is bought
 * @param status OPEN or CLOSED
 * @param startsOn first day monitored
 * @param endsOn last day monitored
 * @param frequencyMonths months of a period that has not begun
 * @param tier the risk tier the frequency follows
 * @param frequencySince first day of the periods laid out at this frequency; from the beginning
 *     when absent
 * @param openedOn day on which the plan was opened
 * @param closedOn day on which it was closed
 * @param closedReason why
 * @param indicators what is measured
 * @param periods for which returns are due
 * @param assurance domain by domain whether standards are assessed or an inspection is relied on
 * @param version raised by every change
 */
@Schema(name = "MonitoringPlan")
public record PlanState(
    UUID id,
    String authority,
    UUID contractId,
    String contractReference,
    String contractTitle,
    @Nullable UUID providerId,
    @Nullable String providerName,
    @Nullable String serviceType,
    PlanStatus status,
    LocalDate startsOn,
    LocalDate endsOn,
    int frequencyMonths,
    @Nullable RiskTier tier,
    @Nullable LocalDate frequencySince,
    LocalDate openedOn,
    @Nullable LocalDate closedOn,
    @Nullable String closedReason,
    List<IndicatorChoice> indicators,
    List<Period> periods,
    List<Assurance> assurance,
    long version) {

  /** The period that begins on a day, if the plan has it. */
  public Optional<Period> period(LocalDate start) {
    return periods.stream().filter(period -> period.periodStart().equals(start)).findFirst();
  }

  /** What the return of the period that begins on a day asks, of what the plan still measures. */
  public List<IndicatorChoice> asked(LocalDate start) {
    Optional<Period> period = period(start);
    return indicators.stream()
        .filter(choice -> period.isEmpty() || period.get().question(choice.code()).isPresent())
        .toList();
  }

  /** The first period after a day whose return asks for an indicator. */
  public Optional<Period> nextAsking(String indicator, LocalDate after) {
    return periods.stream()
        .filter(period -> period.periodStart().isAfter(after))
        .filter(period -> period.question(indicator).isPresent())
        .findFirst();
  }
}
