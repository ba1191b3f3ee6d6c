package uk.carecontracts.monitoring.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Tries other weights on the authority's contracts without adopting them. */
@ApplicationScoped
class WhatIf {
  private static final int AT_ONCE = 500;

  private final FactGathering gathering;
  private final WeightsStore weights;
  private final RiskStore store;
  private final Clock clock;

  WhatIf(FactGathering gathering, WeightsStore weights, RiskStore store, Clock clock) {
    this.gathering = gathering;
    this.weights = weights;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Weights to try; factors left out keep the weight they have. All together total 100.
   *
   * @param weights points per factor
   * @param unknownShare part of a factor's points that counts when nothing is known; as it is when
   *     left out
   */
  @Schema(name = "RiskWhatIf")
  public record Question(
      @NotNull Map<RiskFactor, @NotNull BigDecimal> weights,
      @Nullable @DecimalMin("0") @DecimalMax("1") BigDecimal unknownShare) {}

  /**
   * A contract that would move.
   *
   * @param contractId the contract
   * @param reference its reference
   * @param title its title
   * @param scoreNow score by the weights that hold
   * @param tierNow tier by them
   * @param scoreThen score by the weights tried
   * @param tierThen tier by them
   */
  @Schema(name = "RiskMove")
  public record Move(
      UUID contractId,
      String reference,
      String title,
      BigDecimal scoreNow,
      RiskTier tierNow,
      BigDecimal scoreThen,
      RiskTier tierThen) {}

  /**
   * What the weights would do.
   *
   * @param contracts how many were tried
   * @param tiersNow contracts per tier now
   * @param tiersThen contracts per tier then
   * @param moves contracts that would change tier
   */
  @Schema(name = "RiskWhatIfAnswer")
  public record Answer(
      int contracts,
      Map<RiskTier, Integer> tiersNow,
      Map<RiskTier, Integer> tiersThen,
      List<Move> moves) {}

  Answer ask(String authority, Question question) {
    LocalDate today = LocalDate.now(clock);
    RiskWeights held = weights.holding(authority, today);
    RiskWeights tried =
        with(held, "what-if", held.validFrom(), question.weights(), question.unknownShare());
    return ask(held, tried, today);
  }

  /**
   * The weights that hold with some of them replaced; all together must total 100.
   *
   * @param unknownShare kept when absent
   */
  static RiskWeights with(
      RiskWeights held,
      String name,
      LocalDate validFrom,
      Map<RiskFactor, BigDecimal> some,
      @Nullable BigDecimal unknownShare) {
    Map<RiskFactor, BigDecimal> points = new EnumMap<>(held.points());
    points.putAll(some);
    return new RiskWeights(
        name, validFrom, points, unknownShare == null ? held.unknownShare() : unknownShare);
  }

  /** What other weights would do to the contracts the caller sees. */
  Answer ask(RiskWeights held, RiskWeights tried, LocalDate today) {
    Tally tally = new Tally();
    @Nullable UUID after = null;
    while (true) {
      List<UUID> some = store.assessed(after, AT_ONCE);
      for (GatheredFacts gathered : gathering.gather(some, today)) {
        tally.count(
            gathered,
            RiskAssessment.of(gathered.facts(), held, gathered.override(), today),
            RiskAssessment.of(gathered.facts(), tried, gathered.override(), today));
      }
      if (some.size() < AT_ONCE) {
        return tally.answer();
      }
      after = some.get(some.size() - 1);
    }
  }

  private static final class Tally {
    private final Map<RiskTier, Integer> now = new EnumMap<>(RiskTier.class);
    private final Map<RiskTier, Integer> then = new EnumMap<>(RiskTier.class);
    private final List<Move> moves = new ArrayList<>();
    private int contracts;

    void count(GatheredFacts gathered, RiskAssessment before, RiskAssessment after) {
      contracts++;
      now.merge(before.tier(), 1, Integer::sum);
      then.merge(after.tier(), 1, Integer::sum);
      if (before.tier() != after.tier()) {
        moves.add(
            new Move(
                gathered.contractId(),
                gathered.reference(),
                gathered.title(),
                before.score(),
                before.tier(),
                after.score(),
                after.tier()));
      }
    }

    Answer answer() {
      return new Answer(contracts, now, then, moves);
    }
  }
}
