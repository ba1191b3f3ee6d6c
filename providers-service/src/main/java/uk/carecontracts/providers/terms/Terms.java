package uk.carecontracts.providers.terms;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
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

  /** An index's latest published value on or before a day, if it was ever published. */
  public Optional<IndexPoint> valueOn(String index, LocalDate day) {
    return points.latest(index, day);
  }
}
