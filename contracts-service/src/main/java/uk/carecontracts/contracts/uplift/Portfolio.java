package uk.carecontracts.contracts.uplift;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.indexes.IndexPoint;
import uk.carecontracts.kit.money.Money;

/** Tries clauses on live contracts; each clause is worked out once, whatever the number. */
final class Portfolio {
  private static final BigDecimal YEAR = BigDecimal.valueOf(365);

  private Portfolio() {}

  /**
   * A live contract as the register has it.
   *
   * @param total its total value in pounds
   * @param annual its annual value in pounds
   * @param start first day
   * @param end last day
   * @param own its own clause
   */
  record Live(
      UUID id,
      String reference,
      String title,
      @Nullable String serviceType,
      @Nullable BigDecimal total,
      @Nullable BigDecimal annual,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      @Nullable ClauseTerms own) {

    /** The stated annual value, else total ÷ days of the term × 365; null when neither is known. */
    @Nullable BigDecimal base() {
      if (annual != null) {
        return annual;
      }
      if (total == null || start == null || end == null) {
        return null;
      }
      BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(start, end) + 1);
      return total.multiply(YEAR).divide(days, 2, RoundingMode.HALF_UP);
    }
  }

  /** What came out: each contract, and each clause's total. */
  record Outcome(List<ContractExposure> contracts, List<ClauseTotal> totals, int withoutValue) {}

  static Outcome run(
      SimulationRequest request, List<Live> live, Map<String, IndexPoint> movements) {
    Map<String, AppliedClause> applied = new LinkedHashMap<>();
    for (int i = 0; i < request.clauses().size(); i++) {
      SimulationRequest.NamedClause clause = request.clauses().get(i);
      applied.put(
          clause.name(), AppliedClause.of(clause.terms(), movements, "/clauses/" + i + "/terms"));
    }
    Map<String, Sum> sums = new LinkedHashMap<>();
    applied.keySet().forEach(name -> sums.put(name, new Sum()));
    Map<ClauseTerms, AppliedClause> own = new LinkedHashMap<>();
    if (request.ownClauses()) {
      sums.put(SimulationRequest.OWN, new Sum());
    }
    List<ContractExposure> contracts = new ArrayList<>();
    int withoutValue = 0;
    for (Live each : live) {
      BigDecimal base = each.base();
      if (base == null) {
        withoutValue++;
        continue;
      }
      List<ContractExposure.Result> results = new ArrayList<>();
      applied.forEach((name, clause) -> results.add(result(name, clause, base, sums)));
      ClauseTerms terms = each.own();
      if (request.ownClauses() && terms != null) {
        AppliedClause clause =
            own.computeIfAbsent(terms, t -> AppliedClause.of(t, movements, "/ownClauses"));
        results.add(result(SimulationRequest.OWN, clause, base, sums));
      }
      contracts.add(
          new ContractExposure(
              each.id(),
              each.reference(),
              each.title(),
              each.serviceType(),
              Money.gbp(base),
              each.annual() == null,
              results));
    }
    List<ClauseTotal> totals = new ArrayList<>();
    sums.forEach((name, sum) -> totals.add(sum.total(name, applied.get(name))));
    return new Outcome(contracts, totals, withoutValue);
  }

  private static ContractExposure.Result result(
      String name, AppliedClause clause, BigDecimal base, Map<String, Sum> sums) {
    BigDecimal uplifted = clause.newValueOf(base);
    Objects.requireNonNull(sums.get(name)).add(base, uplifted);
    return new ContractExposure.Result(
        name,
        clause.shown(),
        clause.percent(),
        Money.gbp(uplifted),
        Money.gbp(uplifted.subtract(base)));
  }

  /** A running total. */
  private static final class Sum {
    private int contracts;
    private BigDecimal before = BigDecimal.ZERO;
    private BigDecimal after = BigDecimal.ZERO;

    void add(BigDecimal base, BigDecimal uplifted) {
      contracts++;
      before = before.add(base);
      after = after.add(uplifted);
    }

    ClauseTotal total(String name, @Nullable AppliedClause clause) {
      return new ClauseTotal(
          name,
          clause == null ? null : clause.shown(),
          contracts,
          Money.gbp(before),
          Money.gbp(after),
          Money.gbp(after.subtract(before)),
          clause == null ? List.of("Each contract's own clause") : clause.steps());
    }
  }
}
