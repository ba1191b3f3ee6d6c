package uk.carecontracts.monitoring.scorecards;

import static uk.carecontracts.monitoring.arithmetic.Figures.EXACT;
import static uk.carecontracts.monitoring.arithmetic.Figures.pounds;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.monitoring.contracts.KnownContract;
import uk.carecontracts.monitoring.contracts.KnownContracts;
import uk.carecontracts.monitoring.plans.IndicatorChoice;
import uk.carecontracts.monitoring.plans.PlanState;
import uk.carecontracts.monitoring.providers.ProviderRecords;
import uk.carecontracts.monitoring.scorecards.MarketScore.ContractScore;

/** Scorecards above and beyond one contract's periods: provider, market, and the year. */
@ApplicationScoped
public class MarketScores {
  private static final BigDecimal FALL = BigDecimal.TEN;
  private static final int MOST = 5000;
  private static final String CONTRACTS =
      """
      select s.*, p.contract_reference, p.provider_name, c.annual_value from scorecard_summary s
      join monitoring_plan p on p.id = s.plan_id
      left join contract_view c on c.contract_id = s.contract_id""";
  private static final String YEAR =
      """
      select o.indicator, o.value, o.numerator, o.denominator from performance_return r
      join observation o on o.return_id = r.id
      where r.plan_id = ? and r.status = 'APPROVED' and r.period_start between ? and ?
      order by r.period_start""";

  private final Sql sql;
  private final KnownContracts contracts;

  MarketScores(Sql sql, KnownContracts contracts) {
    this.sql = sql;
    this.contracts = contracts;
  }

  /** The market of an authority, or the part of it that is of one service, area or provider. */
  MarketScore market(@Nullable String serviceType, @Nullable String area, @Nullable UUID provider) {
    Conditions conditions =
        new Conditions()
            .and("p.service_type = ?", serviceType)
            .and("c.area = ?", area)
            .and("s.provider_id" + ProviderRecords.ANY_RECORD_OF, provider);
    return MarketScore.of(
        sql.list(
            CONTRACTS + conditions.where() + " order by s.contract_id limit ?",
            MarketScores::contract,
            conditions.parameters(MOST)));
  }

  private static ContractScore contract(ResultSet row) throws SQLException {
    BigDecimal value = row.getBigDecimal("annual_value");
    return new ContractScore(
        Objects.requireNonNull(Sql.uuid(row, "contract_id")),
        row.getString("contract_reference"),
        Sql.uuid(row, "provider_id"),
        row.getString("provider_name"),
        value == null || value.signum() <= 0 ? BigDecimal.ONE : value,
        Rag.valueOf(row.getString("rag")),
        row.getBigDecimal("points"),
        row.getBigDecimal("achievement_percent"));
  }

  /**
   * What became of a contract's points after each change of its price or term, oldest first; empty
   * without a monitoring plan.
   *
   * @param card the contract's scorecard
   */
  public List<ChangeEffect> effects(Scorecard card) {
    return card.markers().stream()
        .map(marker -> ChangeEffect.of(marker, card.periods(), FALL))
        .toList();
  }

  /**
   * The ratings of a financial year.
   *
   * @param year the calendar year in which it begins on 1 April
   */
  KpiRatings ratings(PlanState plan, int year) {
    LocalDate from = LocalDate.of(year, Month.APRIL, 1);
    LocalDate to = from.plusYears(1).minusDays(1);
    List<YearValue> values =
        sql.list(
            YEAR,
            row ->
                new YearValue(
                    row.getString("indicator"),
                    row.getBigDecimal("value"),
                    row.getBigDecimal("numerator"),
                    row.getBigDecimal("denominator")),
            plan.id(),
            from,
            to);
    List<KpiRatings.Rating> ratings =
        plan.indicators().stream()
            .map(
                choice ->
                    rating(
                        choice,
                        values.stream()
                            .filter(v -> v.indicator().equals(choice.code()))
                            .filter(v -> v.value() != null)
                            .toList()))
            .toList();
    Duty duty = duty(plan.contractId(), to);
    return new KpiRatings(
        plan.contractId(),
        plan.contractReference(),
        from,
        to,
        duty.publication(),
        duty.why(),
        ratings);
  }

  private record YearValue(
      String indicator,
      @Nullable BigDecimal value,
      @Nullable BigDecimal numerator,
      @Nullable BigDecimal denominator) {}

  private static KpiRatings.Rating rating(IndicatorChoice choice, List<YearValue> values) {
    BigDecimal value = values.isEmpty() ? null : yearValue(choice, values);
    IndicatorScore score =
        value == null ? IndicatorScore.unknown() : IndicatorScore.of(choice.terms(), value);
    return new KpiRatings.Rating(
        choice.code(),
        choice.title(),
        choice.unit(),
        choice.target(),
        value,
        values.size(),
        score.rating().word(),
        KpiRatings.classification(score.rating()),
        score.explanation());
  }

  private static BigDecimal yearValue(IndicatorChoice choice, List<YearValue> values) {
    BigDecimal numerators = BigDecimal.ZERO;
    BigDecimal denominators = BigDecimal.ZERO;
    BigDecimal sum = BigDecimal.ZERO;
    boolean inParts = true;
    for (YearValue value : values) {
      sum = sum.add(Objects.requireNonNull(value.value()));
      if (value.numerator() == null || value.denominator() == null) {
        inParts = false;
      } else {
        numerators = numerators.add(value.numerator());
        denominators = denominators.add(value.denominator());
      }
    }
    BigDecimal whole =
        inParts && denominators.signum() > 0
            ? numerators.multiply(choice.unit().factor()).divide(denominators, EXACT)
            : sum.divide(BigDecimal.valueOf(values.size()), EXACT);
    return whole.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
  }

  private record Duty(KpiRatings.Publication publication, String why) {}

  private record Rule(BigDecimal above, String source) {}

  private Duty duty(UUID contractId, LocalDate day) {
    String regime =
        sql
            .list(
                "select coalesce(regime, '') from contract_view where contract_id = ?",
                row -> row.getString(1),
                contractId)
            .stream()
            .findFirst()
            .orElse("");
    BigDecimal total = contracts.find(contractId).map(KnownContract::totalValue).orElse(null);
    if (regime.isEmpty()) {
      return new Duty(
          KpiRatings.Publication.UNKNOWN, "The register has not told the contract's regime.");
    }
    Optional<Rule> rule =
        sql.first(
            "select value_above, source from kpi_publication_rule where regime = ?"
                + " and valid_from <= ? order by valid_from desc limit 1",
            row -> new Rule(row.getBigDecimal(1), row.getString(2)),
            regime,
            day);
    if (rule.isEmpty()) {
      return new Duty(
          KpiRatings.Publication.VOLUNTARY,
          "No rule asks for yearly ratings under the regime " + regime + ".");
    }
    BigDecimal above = rule.get().above();
    if (total == null) {
      return new Duty(
          KpiRatings.Publication.UNKNOWN, "The register has not told the contract's value.");
    }
    boolean required = total.compareTo(above) > 0;
    return new Duty(
        required ? KpiRatings.Publication.REQUIRED : KpiRatings.Publication.VOLUNTARY,
        "The contract's %s is %s %s; %s"
            .formatted(
                pounds(total),
                required ? "above" : "not above",
                pounds(above),
                rule.get().source()));
  }
}
