package uk.carecontracts.monitoring.risk;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.providers.RegulatorRating;

/**
 * What is known about a contract when its risk is assessed; null means not known.
 *
 * @param worstRating worst current rating among the provider's open locations
 * @param specialMeasures whether any of them is in special measures
 * @param falls ratings that fell in the last twelve months
 * @param concerns open concerns
 * @param performancePercent weighted achievement of the indicators, 0 to 100
 * @param monthsSinceReview whole months since the last review, or since the start if there was none
 * @param annualValue pounds a year
 * @param peopleSupported people who receive the service
 * @param providerSharePercent the provider's part of the authority's contracted annual value
 * @param financialStanding the provider's finances
 * @param dataQualityPercent returns that came complete and on time, 0 to 100
 * @param voicePercent part of people's scores that is favourable, 0 to 100
 */
public record RiskFacts(
    @Nullable RegulatorRating worstRating,
    boolean specialMeasures,
    List<RatingFall> falls,
    OpenConcerns concerns,
    @Nullable BigDecimal performancePercent,
    @Nullable Integer monthsSinceReview,
    @Nullable BigDecimal annualValue,
    @Nullable Integer peopleSupported,
    @Nullable BigDecimal providerSharePercent,
    @Nullable FinancialStanding financialStanding,
    @Nullable BigDecimal dataQualityPercent,
    @Nullable BigDecimal voicePercent) {

  /** Keeps its own copy of the falls. */
  public RiskFacts {
    falls = List.copyOf(falls);
  }
}
