package uk.carecontracts.providers.locations;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides which sightings of an area mean one home. The regulator's id decides where a file has it.
 * A row without id joins the home that was seen nearest in time under the same name and postcode
 * or, among those left, at the same address and postcode in the file before or after: a home that
 * opens years later under another name in the same building is another home. The answer depends on
 * the sightings alone, never on the order of imports.
 */
public final class Homes {

  /**
   * One home with everything seen of it.
   *
   * @param cqcLocationId the regulator's id, if any file gave it
   * @param sightings oldest first, one for each file
   */
  public record Home(@Nullable String cqcLocationId, List<Sighting> sightings) {

    /** Oldest first. */
    public Home {
      sightings = sightings.stream().sorted(OLDEST_FIRST).toList();
    }

    /** The most recent sighting, whose facts are current. */
    public Sighting latest() {
      return sightings.get(sightings.size() - 1);
    }

    /** The dates on which it was seen. */
    public SortedSet<LocalDate> dates() {
      SortedSet<LocalDate> dates = new TreeSet<>();
      sightings.forEach(sighting -> dates.add(sighting.date()));
      return dates;
    }
  }

  private static final Comparator<Sighting> OLDEST_FIRST =
      Comparator.comparing(Sighting::date)
          .thenComparing(s -> s.key().name())
          .thenComparing(s -> s.key().address());

  private final List<List<Sighting>> homes = new ArrayList<>();
  private final NavigableSet<LocalDate> dates = new TreeSet<>();

  private Homes(Collection<Sighting> sightings) {
    sightings.forEach(sighting -> dates.add(sighting.date()));
  }

  /** Groups every sighting of one area into homes. */
  public static List<Home> among(Collection<Sighting> sightings) {
    Homes homes = new Homes(sightings);
    homes.placeIdentified(sightings);
    for (LocalDate date : homes.dates.descendingSet()) {
      homes.placeUnidentified(
          sightings.stream()
              .filter(s -> s.date().equals(date) && s.key().cqcLocationId() == null)
              .sorted(OLDEST_FIRST)
              .toList());
    }
    return homes.homes.stream().map(Homes::toHome).toList();
  }

  private void placeIdentified(Collection<Sighting> sightings) {
    Map<String, List<Sighting>> byId =
        new TreeMap<>(Comparator.comparing(Homes::registrationOrder));
    sightings.forEach(
        sighting ->
            Optional.ofNullable(sighting.key().cqcLocationId())
                .ifPresent(id -> byId.computeIfAbsent(id, key -> new ArrayList<>()).add(sighting)));
    homes.addAll(byId.values());
  }

  /** The regulator numbers registrations upwards: a shorter number is an older registration. */
  private static String registrationOrder(String id) {
    return "%03d".formatted(id.length()) + id;
  }

  private void placeUnidentified(List<Sighting> file) {
    List<Sighting> left =
        place(file, (seen, sighting) -> seen.key().sameNameAndPostcode(sighting.key()));
    left =
        place(
            left,
            (seen, sighting) ->
                seen.key().sameAddress(sighting.key()) && neighbours(seen, sighting));
    left.forEach(sighting -> homes.add(new ArrayList<>(List.of(sighting))));
  }

  private List<Sighting> place(List<Sighting> sightings, BiPredicate<Sighting, Sighting> same) {
    List<Sighting> left = new ArrayList<>();
    for (Sighting sighting : sightings) {
      Optional<List<Sighting>> home =
          homes.stream()
              .filter(seen -> seen.stream().noneMatch(s -> s.date().equals(sighting.date())))
              .filter(seen -> seen.stream().anyMatch(s -> same.test(s, sighting)))
              .min(Comparator.comparingLong(seen -> distance(seen, sighting, same)));
      home.ifPresentOrElse(seen -> seen.add(sighting), () -> left.add(sighting));
    }
    return left;
  }

  private boolean neighbours(Sighting a, Sighting b) {
    return b.date().equals(dates.higher(a.date())) || b.date().equals(dates.lower(a.date()));
  }

  private static long distance(
      List<Sighting> home, Sighting sighting, BiPredicate<Sighting, Sighting> same) {
    return home.stream()
        .filter(seen -> same.test(seen, sighting))
        .mapToLong(seen -> Math.abs(ChronoUnit.DAYS.between(seen.date(), sighting.date())))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private static Home toHome(List<Sighting> seen) {
    return new Home(
        seen.stream()
            .map(sighting -> sighting.key().cqcLocationId())
            .filter(id -> id != null)
            .findFirst()
            .orElse(null),
        seen);
  }
}
