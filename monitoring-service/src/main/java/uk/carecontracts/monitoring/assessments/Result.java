package uk.carecontracts.monitoring.assessments;

import static uk.carecontracts.monitoring.arithmetic.Figures.EXACT;
import static uk.carecontracts.monitoring.arithmetic.Figures.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an assessment comes to, with its arithmetic.
 *
 * @param rating overall, after the limits
 * @param percent of the points there were, two places
 * @param arithmetic how the percentage came about
 * @param domains each domain
 * @param limits what kept the overall rating down, in words
 */
@Schema(name = "AssessmentResult")
public record Result(
    Rating rating,
    BigDecimal percent,
    String arithmetic,
    List<DomainResult> domains,
    List<String> limits) {

  /**
   * A domain of the result.
   *
   * @param domain its code
   * @param percent of the points there were
   * @param rating by the percentage alone
   * @param arithmetic how the percentage came about
   */
  @Schema(name = "AssessmentDomainResult")
  public record DomainResult(String domain, BigDecimal percent, Rating rating, String arithmetic) {}

  /**
   * Weighs judged standards. Three judgements limit the whole, however good the rest: a poor
   * safeguarding domain makes it poor; any other poor domain, or a minimum standard scored 1, keeps
   * it from being better than requires improvement.
   */
  static Result of(List<Judged> standards, Bands bands) {
    Map<String, List<Judged>> byDomain = new LinkedHashMap<>();
    for (Judged each : standards) {
      byDomain.computeIfAbsent(each.domain(), domain -> new ArrayList<>()).add(each);
    }
    List<DomainResult> domains = new ArrayList<>();
    byDomain.forEach(
        (domain, judged) -> {
          BigDecimal percent = percent(judged);
          domains.add(new DomainResult(domain, percent, bands.of(percent), arithmetic(judged)));
        });
    BigDecimal percent = percent(standards);
    List<String> limits = new ArrayList<>();
    Rating rating = limited(bands.of(percent), domains, standards, limits);
    return new Result(rating, percent, arithmetic(standards), domains, limits);
  }

  private static Rating limited(
      Rating weighed, List<DomainResult> domains, List<Judged> standards, List<String> limits) {
    Rating rating = weighed;
    for (DomainResult domain : domains) {
      if (domain.rating() == Rating.POOR) {
        boolean safeguarding = domain.domain().equals("SAFEGUARDING");
        Rating limit = safeguarding ? Rating.POOR : Rating.REQUIRES_IMPROVEMENT;
        rating = rating.atMost(limit);
        limits.add("The domain %s is poor: at most %s".formatted(domain.domain(), limit));
      }
    }
    for (Judged each : standards) {
      if (each.minimum() && points(each) == 1) {
        rating = rating.atMost(Rating.REQUIRES_IMPROVEMENT);
        limits.add(
            "The minimum standard %s is not met: at most REQUIRES_IMPROVEMENT"
                .formatted(each.standard()));
      }
    }
    return rating;
  }

  private static int points(Judged each) {
    return each.score() == null ? 0 : each.score();
  }

  private static BigDecimal percent(List<Judged> standards) {
    return got(standards)
        .multiply(BigDecimal.valueOf(100))
        .divide(best(standards), EXACT)
        .setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal got(List<Judged> standards) {
    return standards.stream()
        .map(each -> each.weight().multiply(BigDecimal.valueOf(points(each))))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal best(List<Judged> standards) {
    return standards.stream()
        .map(each -> each.weight().multiply(BigDecimal.valueOf(Judged.BEST)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String arithmetic(List<Judged> standards) {
    List<String> parts =
        standards.stream()
            .map(
                each -> "%s %d × %s".formatted(each.standard(), points(each), plain(each.weight())))
            .toList();
    return "(%s) ÷ %s".formatted(String.join(" + ", parts), plain(best(standards)));
  }
}
