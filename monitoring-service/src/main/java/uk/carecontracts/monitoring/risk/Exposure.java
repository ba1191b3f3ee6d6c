package uk.carecontracts.monitoring.risk;

import static uk.carecontracts.monitoring.arithmetic.Figures.EXACT;
import static uk.carecontracts.monitoring.arithmetic.Figures.between;
import static uk.carecontracts.monitoring.arithmetic.Figures.plain;
import static uk.carecontracts.monitoring.arithmetic.Figures.pounds;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.providers.RegulatorRating;

/**
 * How far a factor applies to a contract.
 *
 * @param share nothing (0) to fully (1); null when nothing is known
 * @param explanation why, in words
 */
record Exposure(@Nullable BigDecimal share, String explanation) {
  private static final BigDecimal FULL_VALUE = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal FULL_PEOPLE = BigDecimal.valueOf(200);
  private static final BigDecimal FULL_DEPENDENCY_PERCENT = BigDecimal.valueOf(25);
  private static final BigDecimal FULL_MONTHS = BigDecimal.valueOf(24);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static Exposure of(RiskFactor factor, RiskFacts facts) {
    return switch (factor) {
      case REGULATOR_RATING -> rating(facts);
      case CONCERNS -> concerns(facts.concerns());
      case INDICATOR_PERFORMANCE -> performance(facts.performancePercent(), facts.voicePercent());
      case TIME_SINCE_REVIEW -> review(facts.monthsSinceReview());
      case VALUE_AND_PEOPLE -> valueAndPeople(facts.annualValue(), facts.peopleSupported());
      case PROVIDER_DEPENDENCY -> dependency(facts.providerSharePercent());
      case FINANCIAL_STANDING -> standing(facts.financialStanding());
      case DATA_QUALITY ->
          shortOf(
              facts.dataQualityPercent(),
              "Returns complete, on time, valid and consistent:",
              "No return has been due yet");
    };
  }

  private static Exposure rating(RiskFacts facts) {
    if (facts.specialMeasures()) {
      return new Exposure(BigDecimal.ONE, "A location is in special measures");
    }
    RegulatorRating worst = facts.worstRating();
    if (worst == null) {
      return new Exposure(null, "No location of the provider has a rating");
    }
    return switch (worst) {
      case OUTSTANDING -> share("0", "The worst rating is Outstanding");
      case GOOD -> share("0.1", "The worst rating is Good");
      case REQUIRES_IMPROVEMENT -> share("0.6", "The worst rating is Requires improvement");
      case INADEQUATE -> share("1", "The worst rating is Inadequate");
    };
  }

  private static Exposure concerns(OpenConcerns concerns) {
    BigDecimal weighed =
        new BigDecimal("0.1")
            .multiply(BigDecimal.valueOf(concerns.low()))
            .add(new BigDecimal("0.3").multiply(BigDecimal.valueOf(concerns.moderate())))
            .add(BigDecimal.valueOf(concerns.serious()));
    String text =
        concerns.total() == 0
            ? "No open concern"
            : "Open concerns: %d serious, %d moderate, %d low"
                .formatted(concerns.serious(), concerns.moderate(), concerns.low());
    return new Exposure(weighed.min(BigDecimal.ONE), text);
  }

  /** People's own voice counts as much as the indicators: the worse of the two holds. */
  private static Exposure performance(
      @Nullable BigDecimal percent, @Nullable BigDecimal voicePercent) {
    String unknown = "No indicator has a value";
    if (voicePercent == null) {
      return shortOf(percent, "Indicators achieve", unknown);
    }
    Exposure voice = shortOf(voicePercent, "People's scores are favourable:", unknown);
    if (percent == null) {
      return voice;
    }
    Exposure indicators = shortOf(percent, "Indicators achieve", unknown);
    return new Exposure(
        percent.min(voicePercent).compareTo(percent) == 0 ? indicators.share() : voice.share(),
        "Indicators achieve %s%%, people's scores are favourable to %s%%: the worse counts"
            .formatted(plain(percent), plain(voicePercent)));
  }

  private static Exposure shortOf(
      @Nullable BigDecimal percent, String knownText, String unknownText) {
    if (percent == null) {
      return new Exposure(null, unknownText);
    }
    BigDecimal bounded = between(BigDecimal.ZERO, percent, HUNDRED);
    return new Exposure(
        BigDecimal.ONE.subtract(bounded.movePointLeft(2)),
        "%s %s%%".formatted(knownText, plain(percent)));
  }

  private static Exposure review(@Nullable Integer months) {
    if (months == null) {
      return new Exposure(null, "It is not known when the contract was last reviewed");
    }
    return new Exposure(
        upTo(BigDecimal.valueOf(months), FULL_MONTHS),
        "%d months without a review; 24 count in full".formatted(months));
  }

  private static Exposure valueAndPeople(@Nullable BigDecimal value, @Nullable Integer people) {
    if (value == null && people == null) {
      return new Exposure(null, "Neither the annual value nor the number of people is known");
    }
    BigDecimal byValue = value == null ? BigDecimal.ZERO : upTo(value, FULL_VALUE);
    BigDecimal byPeople =
        people == null ? BigDecimal.ZERO : upTo(BigDecimal.valueOf(people), FULL_PEOPLE);
    String text =
        (value == null ? "value not known" : pounds(value) + " a year (£1m counts in full)")
            + ", "
            + (people == null
                ? "number of people not known"
                : people + " people (200 count in full)")
            + ": the larger counts";
    return new Exposure(byValue.max(byPeople), text);
  }

  private static Exposure dependency(@Nullable BigDecimal percent) {
    if (percent == null) {
      return new Exposure(null, "The provider's share of contracted value is not known");
    }
    return new Exposure(
        upTo(percent, FULL_DEPENDENCY_PERCENT),
        "The provider holds %s%% of the authority's contracted annual value; 25%% count in full"
            .formatted(plain(percent)));
  }

  private static Exposure standing(@Nullable FinancialStanding standing) {
    if (standing == null) {
      return new Exposure(null, "No view of the provider's finances is recorded");
    }
    return switch (standing) {
      case STRONG -> share("0", "Finances are strong");
      case ADEQUATE -> share("0.3", "Finances are adequate");
      case WEAK -> share("0.7", "Finances are weak");
      case AT_RISK_OF_FAILURE -> share("1", "The provider is at risk of failure");
    };
  }

  private static Exposure share(String share, String explanation) {
    return new Exposure(new BigDecimal(share), explanation);
  }

  private static BigDecimal upTo(BigDecimal value, BigDecimal full) {
    return between(BigDecimal.ZERO, value.divide(full, EXACT), BigDecimal.ONE);
  }
}
