package uk.carecontracts.contracts.awards;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the panel's scores come to: each score times its criterion's weight, exact, shown to two
 * places; equal totals share a rank.
 */
final class Evaluation {
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private Evaluation() {}

  /**
   * A tender's result.
   *
   * @param total of 100; absent while a criterion has no score
   * @param rank 1 for the best; absent without a total
   * @param arithmetic how it came about
   */
  record Result(
      String tenderer,
      @Nullable BigDecimal total,
      @Nullable Integer rank,
      @Nullable String arithmetic) {}

  static List<Result> of(AwardContent content) {
    List<Result> unranked =
        content.tenders().stream().map(tender -> total(tender, content.criteria())).toList();
    return unranked.stream()
        .map(r -> new Result(r.tenderer(), r.total(), rank(r, unranked), r.arithmetic()))
        .sorted(Comparator.comparing(Result::rank, Comparator.nullsLast(Integer::compare)))
        .toList();
  }

  private static @Nullable Integer rank(Result result, List<Result> all) {
    BigDecimal total = result.total();
    return total == null
        ? null
        : 1
            + (int)
                all.stream()
                    .map(Result::total)
                    .filter(other -> other != null && other.compareTo(total) > 0)
                    .count();
  }

  private static Result total(Tender tender, List<Criterion> criteria) {
    Map<String, BigDecimal> scores =
        tender.scores().stream()
            .collect(Collectors.toMap(Tender.Score::criterion, Tender.Score::of100, (a, b) -> b));
    if (criteria.isEmpty() || !criteria.stream().allMatch(c -> scores.containsKey(c.code()))) {
      return new Result(tender.tenderer(), null, null, null);
    }
    Function<Criterion, BigDecimal> part =
        c -> scores.getOrDefault(c.code(), BigDecimal.ZERO).multiply(c.weightPercent());
    BigDecimal total =
        criteria.stream()
            .map(part)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(WHOLE, 2, RoundingMode.HALF_UP);
    String arithmetic =
        criteria.stream()
            .map(
                c ->
                    c.code()
                        + " "
                        + scores.get(c.code()).toPlainString()
                        + " × "
                        + c.weightPercent().toPlainString()
                        + " %")
            .collect(Collectors.joining(" + "));
    return new Result(tender.tenderer(), total, null, arithmetic + " = " + total.toPlainString());
  }
}
