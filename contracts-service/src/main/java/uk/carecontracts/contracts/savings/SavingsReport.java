package uk.carecontracts.contracts.savings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import uk.carecontracts.contracts.forwardplan.Rag;
import uk.carecontracts.contracts.savings.SavingsInitiative.Month;
import uk.carecontracts.kit.money.Money;

/**
 * Where a programme stands, and where it will end.
 *
 * @param programme the programme
 * @param whole everything together
 * @param years by financial year
 * @param months what was delivered and is expected, month by month
 * @param initiatives by initiative, the greatest outlook first
 * @param cashable how much of the outlook lowers a budget
 */
public record SavingsReport(
    SavingsProgramme programme,
    Line whole,
    List<Line> years,
    List<MonthLine> months,
    List<InitiativeLine> initiatives,
    Money cashable) {
  /**
   * A stretch of time in pounds.
   *
   * @param period the financial year, or ALL
   * @param target what is to be saved
   * @param planned what initiatives planned
   * @param delivered what was really saved
   * @param outlook delivered so far, and forecast (or plan) for the rest: where it will end
   * @param gap target less outlook; negative when more is expected than asked for
   * @param rag GREEN when the outlook reaches the target, AMBER from the programme's amber share
   * @param arithmetic how the colour came about
   */
  public record Line(
      String period,
      Money target,
      Money planned,
      Money delivered,
      Money outlook,
      Money gap,
      Rag rag,
      String arithmetic) {}

  /** A month in pounds. */
  public record MonthLine(String month, Money planned, Money delivered, Money outlook) {}

  /** An initiative in pounds. */
  public record InitiativeLine(
      UUID id,
      String title,
      SavingsInitiative.Kind kind,
      Money planned,
      Money delivered,
      Money outlook) {}

  static SavingsReport of(SavingsProgramme programme, List<SavingsInitiative> initiatives) {
    Map<String, List<Month>> byMonth = new TreeMap<>();
    initiatives.forEach(
        each ->
            each.months()
                .forEach(
                    month ->
                        byMonth
                            .computeIfAbsent(month.month(), key -> new ArrayList<>())
                            .add(month)));
    Map<String, List<Month>> byYear = new LinkedHashMap<>();
    FinancialYears.between(programme.terms().from(), programme.terms().to())
        .forEach(year -> byYear.put(year, new ArrayList<>()));
    byMonth.forEach(
        (month, all) ->
            byYear
                .computeIfAbsent(
                    FinancialYears.of(YearMonth.parse(month)), key -> new ArrayList<>())
                .addAll(all));
    List<Line> years = new ArrayList<>();
    byYear.forEach(
        (year, all) ->
            years.add(
                line(
                    year,
                    programme.terms().targets().getOrDefault(year, BigDecimal.ZERO),
                    all,
                    programme.terms().amberPercent())));
    List<Month> everything = byMonth.values().stream().flatMap(List::stream).toList();
    return new SavingsReport(
        programme,
        line("ALL", programme.terms().total(), everything, programme.terms().amberPercent()),
        years,
        byMonth.entrySet().stream().map(SavingsReport::monthLine).toList(),
        initiatives.stream()
            .map(SavingsReport::initiativeLine)
            .sorted((a, b) -> b.outlook().amount().compareTo(a.outlook().amount()))
            .toList(),
        Money.gbp(
            sum(
                initiatives.stream()
                    .filter(SavingsInitiative::cashable)
                    .flatMap(each -> each.months().stream())
                    .toList(),
                Month::outlook)));
  }

  private static BigDecimal sum(List<Month> months, Function<Month, BigDecimal> part) {
    return months.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Line line(
      String period, BigDecimal target, List<Month> months, BigDecimal amberPercent) {
    BigDecimal outlook = sum(months, Month::outlook);
    Rag rag;
    String arithmetic;
    if (target.signum() == 0) {
      rag = Rag.GREEN;
      arithmetic = "No target.";
    } else {
      BigDecimal share =
          outlook.multiply(BigDecimal.valueOf(100)).divide(target, 2, RoundingMode.HALF_UP);
      rag =
          outlook.compareTo(target) >= 0
              ? Rag.GREEN
              : share.compareTo(amberPercent) >= 0 ? Rag.AMBER : Rag.RED;
      arithmetic =
          Money.gbp(outlook).amount().toPlainString()
              + " ÷ "
              + Money.gbp(target).amount().toPlainString()
              + " = "
              + share.toPlainString()
              + " %; green from 100 %, amber from "
              + amberPercent.toPlainString()
              + " %.";
    }
    return new Line(
        period,
        Money.gbp(target),
        Money.gbp(sum(months, month -> Month.zero(month.planned()))),
        Money.gbp(sum(months, month -> Month.zero(month.delivered()))),
        Money.gbp(outlook),
        Money.gbp(target.subtract(outlook)),
        rag,
        arithmetic);
  }

  private static MonthLine monthLine(Map.Entry<String, List<Month>> month) {
    List<Month> all = month.getValue();
    return new MonthLine(
        month.getKey(),
        Money.gbp(sum(all, each -> Month.zero(each.planned()))),
        Money.gbp(sum(all, each -> Month.zero(each.delivered()))),
        Money.gbp(sum(all, Month::outlook)));
  }

  private static InitiativeLine initiativeLine(SavingsInitiative each) {
    return new InitiativeLine(
        each.id(),
        each.title(),
        each.kind(),
        Money.gbp(sum(each.months(), month -> Month.zero(month.planned()))),
        Money.gbp(sum(each.months(), month -> Month.zero(month.delivered()))),
        Money.gbp(sum(each.months(), Month::outlook)));
  }
}
