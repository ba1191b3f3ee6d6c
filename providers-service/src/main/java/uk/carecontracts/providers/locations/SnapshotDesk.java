package uk.carecontracts.providers.locations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.imports.RowOutcome;

/** Takes the rows of a dated file in and, when the file is complete, derives what follows. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SnapshotDesk {

  private final SightingRepository sightings;
  private final LocationRepository locations;
  private final AreaDerivation derivation;

  SnapshotDesk(
      SightingRepository sightings, LocationRepository locations, AreaDerivation derivation) {
    this.sightings = sightings;
    this.locations = locations;
    this.derivation = derivation;
  }

  /**
   * Stores rows as sightings.
   *
   * @return what each row is: a home not known before, one that is known, or one this file has
   *     shown before
   */
  List<RowOutcome> store(String authority, LocalDate date, List<CareHomeRow> rows) {
    Map<String, ListedHomes> known = new TreeMap<>();
    List<RowOutcome> outcomes = new ArrayList<>();
    rows.stream().map(CareHomeRow::area).distinct().sorted().forEach(locations::lockArea);
    for (CareHomeRow row : rows) {
      ListedHomes area =
          known.computeIfAbsent(
              row.area(),
              code -> {
                sightings.snapshot(code, date, false);
                return new ListedHomes(sightings.in(code), date, locations.registeredByHand(code));
              });
      String fingerprint = fingerprint(row);
      RowOutcome outcome = area.outcome(row, fingerprint);
      if (outcome != RowOutcome.UNCHANGED) {
        StoredSighting fresh = new StoredSighting(Ids.next(), date, row, authority, null);
        sightings.store(fresh, fingerprint);
        area.add(fresh, fingerprint);
      }
      outcomes.add(outcome);
    }
    return outcomes;
  }

  /**
   * The file is in: derives locations, openings and closures of every area it lists.
   *
   * @param listed fingerprints of the homes that the file lists, by area
   * @param readable whether every row could be read: else absence from the file proves nothing
   */
  void complete(
      String authority, LocalDate date, Map<String, Set<String>> listed, boolean readable) {
    new TreeMap<>(listed)
        .forEach(
            (area, homes) -> {
              locations.lockArea(area);
              boolean complete = readable && stored(area, date).containsAll(homes);
              sightings.snapshot(area, date, complete);
              derivation.derive(authority, area);
            });
  }

  private Set<String> stored(String area, LocalDate date) {
    return sightings.in(area).stream()
        .filter(sighting -> sighting.date().equals(date))
        .map(sighting -> fingerprint(sighting.row()))
        .collect(Collectors.toSet());
  }

  /**
   * Names a home within one file: by id, or by everything that describes it where there is none.
   */
  static String fingerprint(CareHomeRow row) {
    HomeKey key = row.key();
    return key.cqcLocationId() == null
        ? key.name() + "|" + key.address() + "|" + key.postcode()
        : key.cqcLocationId();
  }

  /** The homes of one area that are on record. */
  private static final class ListedHomes {
    private final Map<String, CareHomeRow> inThisFile = new HashMap<>();
    private final List<HomeKey> anywhere = new ArrayList<>();

    ListedHomes(List<StoredSighting> stored, LocalDate date, List<Location> byHand) {
      byHand.forEach(location -> anywhere.add(location.key()));
      for (StoredSighting sighting : stored) {
        anywhere.add(sighting.row().key());
        if (sighting.date().equals(date)) {
          inThisFile.put(fingerprint(sighting.row()), sighting.row());
        }
      }
    }

    RowOutcome outcome(CareHomeRow row, String fingerprint) {
      CareHomeRow before = inThisFile.get(fingerprint);
      if (before != null) {
        boolean twice = row.cqcLocationId() == null || before.equals(row);
        return twice ? RowOutcome.UNCHANGED : RowOutcome.UPDATED;
      }
      HomeKey key = row.key();
      boolean known = anywhere.stream().anyMatch(other -> same(key, other));
      return known ? RowOutcome.UPDATED : RowOutcome.CREATED;
    }

    private static boolean same(HomeKey a, HomeKey b) {
      if (a.cqcLocationId() != null && b.cqcLocationId() != null) {
        return a.cqcLocationId().equals(b.cqcLocationId());
      }
      return a.sameNameAndPostcode(b) || a.sameAddress(b);
    }

    void add(StoredSighting sighting, String fingerprint) {
      anywhere.add(sighting.row().key());
      inThisFile.put(fingerprint, sighting.row());
    }
  }
}
