package uk.carecontracts.contracts.agreements;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import uk.carecontracts.contracts.agreements.CallOffRequest.Criterion;

/**
 * A bid with its place. The total is the sum of weight × score, exact until it is shown; bids with
 * equal totals share a place.
 *
 * @param place 1 for the best
 * @param provider the supplier
 * @param total weighted score, to two places
 * @param steps how it was found
 */
public record RankedBid(int place, Supplier provider, BigDecimal total, List<String> steps) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private record Weighed(Bid bid, BigDecimal total, List<String> steps) {}

  /** The bids, the best first. */
  static List<RankedBid> of(List<Criterion> criteria, List<Bid> bids) {
    List<Weighed> weighed =
        bids.stream()
            .map(bid -> weigh(criteria, bid, bids))
            .sorted(
                Comparator.comparing(Weighed::total)
                    .reversed()
                    .thenComparing(each -> each.bid().price().amount()))
            .toList();
    List<RankedBid> ranked = new ArrayList<>();
    for (Weighed each : weighed) {
      int place =
          1 + (int) weighed.stream().filter(o -> o.total().compareTo(each.total()) > 0).count();
      ranked.add(
          new RankedBid(
              place,
              each.bid().provider(),
              each.total().setScale(2, RoundingMode.HALF_UP),
              each.steps()));
    }
    return List.copyOf(ranked);
  }

  private static Weighed weigh(List<Criterion> criteria, Bid bid, List<Bid> bids) {
    BigDecimal total = BigDecimal.ZERO;
    List<String> steps = new ArrayList<>();
    for (Criterion criterion : criteria) {
      BigDecimal score = criterion.price() ? priceScore(bid, bids) : score(criterion, bid);
      BigDecimal part = score.multiply(criterion.weightPercent()).movePointLeft(2);
      total = total.add(part);
      steps.add(
          criterion.name()
              + " "
              + shown(score)
              + (criterion.price() ? " (100 x lowest price / price)" : "")
              + " x weight "
              + criterion.weightPercent().stripTrailingZeros().toPlainString()
              + " % = "
              + shown(part));
    }
    return new Weighed(bid, total, List.copyOf(steps));
  }

  private static BigDecimal priceScore(Bid bid, List<Bid> bids) {
    BigDecimal lowest =
        bids.stream().map(each -> each.price().amount()).min(BigDecimal::compareTo).orElseThrow();
    return bid.price().amount().signum() == 0
        ? HUNDRED
        : HUNDRED.multiply(lowest).divide(bid.price().amount(), MathContext.DECIMAL128);
  }

  private static BigDecimal score(Criterion criterion, Bid bid) {
    return bid.scores().stream()
        .filter(each -> each.criterion().equals(criterion.name()))
        .map(Bid.Score::score)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  private static String shown(BigDecimal exact) {
    return exact.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  boolean isOf(UUID providerId) {
    return provider.providerId().equals(providerId);
  }
}
