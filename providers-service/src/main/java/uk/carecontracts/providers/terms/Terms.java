package uk.carecontracts.providers.terms;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is bought on a day, and how far an index moved: for the features that reckon with it. */
@ApplicationScoped
public class Terms {

  private final BoughtCareRepository bought;
  private final IndexPointRepository points;

  Terms(BoughtCareRepository bought, IndexPointRepository points) {
    this.bought = bought;
    this.points = points;
  }

  /**
   * What the caller's authority pays providers for a unit of a service, cheapest first.
   *
   * @param providers the provider and the records merged into it
   * @param serviceType code of the service
   * @param unit HOUR or WEEK
   * @param day the day it must run on
   */
  public List<BoughtCare> prices(
      List<UUID> providers, String serviceType, String unit, LocalDate day) {
    return bought.of(providers, serviceType, unit, day);
  }

  /** Placements and agreed volumes that run on a day. */
  public List<BoughtCare> running(
      String authority, @Nullable String serviceType, @Nullable String area, LocalDate day) {
    return bought.running(authority, serviceType, area, day);
  }

  /**
   * The most of a service that ran at once in each area, of some days; an area in which none ran is
   * left out.
   *
   * @param hours true to count hours a week, false to count places
   */
  public List<Peak> mostAtOnce(
      String authority,
      String serviceType,
      List<String> areas,
      boolean hours,
      List<LocalDate> days) {
    return bought.mostAtOnce(authority, serviceType, areas, hours, days);
  }

  /**
   * The values of an index on, or last before, two days: both of one series, for another series may
   * have another base. The authority's own series comes before those of others.
   *
   * @return nothing when no series reaches back to the first day
   */
  public Optional<Span> between(String authority, String index, LocalDate from, LocalDate to) {
    return points
        .latest(authority, index, from)
        .flatMap(first -> points.latest(first.seriesId(), to).map(last -> new Span(first, last)));
  }

  /**
   * Movements over twelve months of one series, one for each whole year up to a day, the earliest
   * first: each the last published by the end of its year, and within it.
   *
   * @return nothing when no series has one for every year
   */
  public List<IndexPoint> yearly(String authority, String index, LocalDate to, int years) {
    Optional<IndexPoint> last = points.latestMovement(authority, index, to);
    List<IndexPoint> found = new ArrayList<>();
    for (int back = years - 1; back >= 0; back--) {
      LocalDate end = to.minusYears(back);
      last.flatMap(series -> points.latestMovement(series.seriesId(), end))
          .filter(point -> point.day().isAfter(end.minusYears(1)))
          .ifPresent(found::add);
    }
    return found.size() == years ? found : List.of();
  }

  /**
   * The most that ran at once.
   *
   * @param area GSS code
   * @param day the day
   * @param units hours a week or places
   * @param counted placements and agreements that ran
   */
  public record Peak(String area, LocalDate day, BigDecimal units, long counted) {}

  /** Two values of one series. */
  public record Span(IndexPoint first, IndexPoint last) {}
}
