package uk.carecontracts.contracts.cycle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.forwardplan.Rag;
import uk.carecontracts.contracts.options.DecisionKind;
import uk.carecontracts.kit.money.Money;

/**
 * Where a category or client group stands in the cycle and what its contracts taught (DOMAIN.md,
 * S28): finance, activity and outcomes side by side.
 *
 * @param scope what it is about
 * @param asOf the day it is
 * @param stage where it stands
 * @param contracts the contracts
 * @param finance what is committed and was paid
 * @param activity what was delivered, month by month
 * @param outcomes what indicators say, from approved returns
 * @param risk how closely monitoring watches
 * @param market who provides
 * @param decisions what must be decided, soonest first
 * @param terms whether quality fell after price or term changed
 * @param lessons what contracts taught
 */
public record CycleView(
    Scope scope,
    LocalDate asOf,
    CycleStage stage,
    List<ContractLine> contracts,
    Finance finance,
    List<ActivityMonth> activity,
    List<Outcome> outcomes,
    List<RiskTier> risk,
    Market market,
    List<DecisionDue> decisions,
    List<TermsChange> terms,
    List<Lesson> lessons) {

  /** What the view is about; at least one is stated. */
  public record Scope(
      String authority,
      @Nullable String category,
      @Nullable String serviceType,
      @Nullable String clientGroup) {
    /** In words. */
    public String title() {
      return String.join(
          ", ", Stream.of(category, serviceType, clientGroup).filter(Objects::nonNull).toList());
    }
  }

  /**
   * Where it stands.
   *
   * @param stage ANALYSE, PLAN, DO or REVIEW
   * @param why how that was found
   * @param projects projects under way, with their stages
   */
  public record CycleStage(String stage, String why, List<String> projects) {}

  /** A contract. */
  public record ContractLine(
      UUID id,
      String reference,
      String title,
      String status,
      @Nullable String type,
      @Nullable String suppliers,
      Money annual,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      @Nullable String riskTier) {}

  /**
   * What is committed and was paid.
   *
   * @param committedAnnual pounds a year of running contracts; frameworks count nothing
   * @param paid by financial year
   */
  public record Finance(Money committedAnnual, List<YearPaid> paid) {}

  /** What was paid in a financial year. */
  public record YearPaid(String financialYear, Money paid, long payments) {}

  /** What was delivered in a month. */
  public record ActivityMonth(
      String month,
      long planned,
      long delivered,
      long missed,
      @Nullable BigDecimal onTimePercent,
      @Nullable BigDecimal minutesPercent,
      @Nullable BigDecimal preferencePercent) {}

  /**
   * What an indicator says.
   *
   * @param indicator its code
   * @param latest mean over contracts in the last twelve months with returns
   * @param before the same in the twelve months before
   * @param change latest less before
   * @param returns how many returns it rests on
   */
  public record Outcome(
      String indicator,
      BigDecimal latest,
      @Nullable BigDecimal before,
      @Nullable BigDecimal change,
      long returns) {}

  /** How many contracts are watched how closely. */
  public record RiskTier(String tier, long contracts, long flagged) {}

  /**
   * Who provides.
   *
   * @param suppliers how many
   * @param vcseContracts contracts of voluntary organisations and social enterprises
   * @param largest the greatest shares of annual value
   * @param concentration sum of squared shares in per cent (0 to 10,000; above 2,000 is high by the
   *     Competition and Markets Authority's bands)
   */
  public record Market(
      long suppliers,
      long vcseContracts,
      List<Share> largest,
      @Nullable BigDecimal concentration) {}

  /** A supplier's share of annual value. */
  public record Share(String supplier, Money annual, BigDecimal percent) {}

  /** A decision that is due. */
  public record DecisionDue(
      String reference, DecisionKind decision, LocalDate on, Rag rag, String explanation) {}

  /**
   * A change of price or term, and punctuality before and after.
   *
   * @param reference the contract
   * @param reason PRICE or TERM
   * @param on the day it came into force
   * @param description what changed
   * @param onTimeBefore on-time visits in per cent in the three months before
   * @param onTimeAfter the same in the three months from then
   * @param falling whether it fell by two points or more: the terms may be counter-productive
   */
  public record TermsChange(
      String reference,
      String reason,
      LocalDate on,
      String description,
      @Nullable BigDecimal onTimeBefore,
      @Nullable BigDecimal onTimeAfter,
      boolean falling) {}

  /** What was learnt, where and when. */
  public record Lesson(String source, String about, LocalDate on, String text) {}
}
