package uk.carecontracts.monitoring.scorecards;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.scorecards.RollUp.Part;

/**
 * How the contracts of a market stand together: contracts make their provider's colour, providers
 * the market's, each weighted by pounds a year (1 where a value is not known).
 *
 * @param rag colour of the market
 * @param points weighted points, 0 to 100
 * @param achievementPercent weighted achievement
 * @param arithmetic how the providers make the points
 * @param contracts how many contracts are in it
 * @param providers provider by provider, worst first
 */
@Schema(name = "MarketScore")
public record MarketScore(
    Rag rag,
    @Nullable BigDecimal points,
    @Nullable BigDecimal achievementPercent,
    String arithmetic,
    int contracts,
    List<ProviderScore> providers) {

  /**
   * A provider.
   *
   * @param providerId its record, absent for suppliers that are not matched
   * @param name its name
   * @param weight pounds a year of its contracts
   * @param contracts its contracts
   */
  @Schema(name = "ProviderScore")
  public record ProviderScore(
      @Nullable UUID providerId,
      String name,
      BigDecimal weight,
      Rag rag,
      @Nullable BigDecimal points,
      @Nullable BigDecimal achievementPercent,
      String arithmetic,
      List<ContractScore> contracts) {}

  /** A contract as it stands. */
  @Schema(name = "ContractScore")
  public record ContractScore(
      UUID contractId,
      String contractReference,
      @Nullable UUID providerId,
      @Nullable String providerName,
      BigDecimal weight,
      Rag rag,
      @Nullable BigDecimal points,
      @Nullable BigDecimal achievementPercent) {

    Part part() {
      return new Part(contractReference, weight, rag, points, achievementPercent);
    }
  }

  /** Brings contracts together. */
  static MarketScore of(List<ContractScore> contracts) {
    Map<String, List<ContractScore>> byProvider = new LinkedHashMap<>();
    for (ContractScore contract : contracts) {
      byProvider
          .computeIfAbsent(
              contract.providerId() + "|" + contract.providerName(), key -> new ArrayList<>())
          .add(contract);
    }
    List<ProviderScore> providers =
        new ArrayList<>(byProvider.values().stream().map(MarketScore::provider).toList());
    providers.sort(
        Comparator.comparing(
            ProviderScore::points, Comparator.nullsLast(Comparator.naturalOrder())));
    RollUp whole =
        RollUp.of(
            providers.stream()
                .map(
                    p ->
                        new Part(p.name(), p.weight(), p.rag(), p.points(), p.achievementPercent()))
                .toList());
    return new MarketScore(
        whole.rag(),
        whole.points(),
        whole.achievementPercent(),
        whole.arithmetic(),
        contracts.size(),
        providers);
  }

  private static ProviderScore provider(List<ContractScore> contracts) {
    RollUp rollUp = RollUp.of(contracts.stream().map(ContractScore::part).toList());
    ContractScore any = contracts.get(0);
    return new ProviderScore(
        any.providerId(),
        any.providerName() == null ? "Supplier not known" : any.providerName(),
        contracts.stream().map(ContractScore::weight).reduce(BigDecimal.ZERO, BigDecimal::add),
        rollUp.rag(),
        rollUp.points(),
        rollUp.achievementPercent(),
        rollUp.arithmetic(),
        contracts);
  }
}
