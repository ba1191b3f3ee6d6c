package uk.carecontracts.contracts.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.agreements.AgreementTerms.ReservedVolume;
import uk.carecontracts.contracts.agreements.AgreementTerms.Share;
import uk.carecontracts.contracts.agreements.AgreementTerms.VolumeUnit;
import uk.carecontracts.contracts.agreements.CallOffRequest.Criterion;
import uk.carecontracts.contracts.placements.BlockUse;
import uk.carecontracts.kit.money.Money;

class AgreementRulesTest {
  private static Share share(String name, String risk, String reward) {
    return new Share(name, new BigDecimal(risk), new BigDecimal(reward));
  }

  @Test
  void a_gain_is_split_by_reward_and_a_loss_by_risk_to_the_penny() {
    List<Share> shares =
        List.of(
            share("Council", "50", "33.3333"),
            share("Alder Ltd", "25", "33.3333"),
            share("Birch CIC", "25", "33.3334"));
    RiskRewardSplit gain =
        RiskRewardSplit.of(shares, Money.gbp("100000.00"), Money.gbp("90000.00"));
    assertEquals(
        List.of(Money.gbp("3333.33"), Money.gbp("3333.33"), Money.gbp("3333.34")),
        gain.parts().stream().map(RiskRewardSplit.Part::amount).toList());
    RiskRewardSplit loss =
        RiskRewardSplit.of(shares, Money.gbp("100000.00"), Money.gbp("100000.05"));
    assertEquals(
        List.of(Money.gbp("-0.03"), Money.gbp("-0.01"), Money.gbp("-0.01")),
        loss.parts().stream().map(RiskRewardSplit.Part::amount).toList());
    assertTrue(loss.steps().get(1).contains("penny left over"), loss.steps()::toString);
  }

  @Property
  void parts_total_the_outcome_exactly(
      @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 1, max = 1000) Integer> weights,
      @ForAll @BigRange(min = "0", max = "9000000") @Scale(2) BigDecimal target,
      @ForAll @BigRange(min = "0", max = "9000000") @Scale(2) BigDecimal actual) {
    int total = weights.stream().mapToInt(Integer::intValue).sum();
    List<Share> shares = new ArrayList<>();
    BigDecimal rest = BigDecimal.valueOf(100);
    for (int i = 0; i < weights.size(); i++) {
      BigDecimal percent =
          i == weights.size() - 1
              ? rest
              : BigDecimal.valueOf(weights.get(i) * 100L)
                  .divide(BigDecimal.valueOf(total), 6, java.math.RoundingMode.DOWN);
      rest = rest.subtract(percent);
      shares.add(new Share("P" + i, percent, percent));
    }
    RiskRewardSplit split = RiskRewardSplit.of(shares, Money.gbp(target), Money.gbp(actual));
    BigDecimal sum =
        split.parts().stream()
            .map(part -> part.amount().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, sum.compareTo(split.outcome().amount()));
  }

  private static Bid bid(String name, String price, String quality) {
    return new Bid(
        new Supplier(
            UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)), name),
        Money.gbp(price),
        List.of(new Bid.Score("Quality", new BigDecimal(quality))));
  }

  @Test
  void bids_are_ranked_by_weighted_scores_with_every_step() {
    List<Criterion> criteria =
        List.of(
            new Criterion("Price", new BigDecimal("40"), true),
            new Criterion("Quality", new BigDecimal("60"), false));
    List<RankedBid> ranked =
        RankedBid.of(criteria, List.of(bid("Alder", "100000", "60"), bid("Birch", "125000", "85")));
    assertEquals("Birch", ranked.get(0).provider().name());
    assertEquals(new BigDecimal("83.00"), ranked.get(0).total());
    assertEquals(new BigDecimal("76.00"), ranked.get(1).total());
    assertEquals(
        "Price 80.00 (100 x lowest price / price) x weight 40 % = 32.00",
        ranked.get(0).steps().get(0));
    List<RankedBid> level =
        RankedBid.of(criteria, List.of(bid("Alder", "100000", "60"), bid("Birch", "100000", "60")));
    assertEquals(List.of(1, 1), level.stream().map(RankedBid::place).toList());
  }

  @Test
  void reserved_places_and_hours_are_compared_with_their_use() {
    BlockUse.Month april =
        new BlockUse.Month(
            LocalDate.of(2026, 4, 1), 30, new BigDecimal("225"), new BigDecimal("2100"));
    Utilisation places =
        Utilisation.of(new ReservedVolume(BigDecimal.TEN, VolumeUnit.PLACES), List.of(april));
    assertEquals(new BigDecimal("75.00"), places.usedPercent());
    Utilisation hours =
        Utilisation.of(
            new ReservedVolume(BigDecimal.valueOf(100), VolumeUnit.HOURS_PER_WEEK), List.of(april));
    assertEquals(new BigDecimal("300.00"), hours.months().get(0).used());
    assertEquals(new BigDecimal("70.00"), hours.usedPercent());
  }
}
