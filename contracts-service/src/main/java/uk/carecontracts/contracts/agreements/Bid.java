package uk.carecontracts.contracts.agreements;

import java.math.BigDecimal;
import java.util.List;
import uk.carecontracts.kit.money.Money;

/**
 * What a supplier offered.
 *
 * @param provider the supplier
 * @param price total price
 * @param scores of the criteria other than price, 0 to 100
 */
public record Bid(Supplier provider, Money price, List<Score> scores) {
  /** Copies the scores. */
  public Bid {
    scores = List.copyOf(scores);
  }

  /**
   * A score.
   *
   * @param criterion the criterion
   * @param score 0 to 100
   */
  public record Score(String criterion, BigDecimal score) {}
}
