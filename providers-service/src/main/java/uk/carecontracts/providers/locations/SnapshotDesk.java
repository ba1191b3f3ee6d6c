package uk.carecontracts.providers.locations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
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
   * A row as taken in.
   *
   * @param sighting the sighting, if it was stored
   * @param outcome what the row was as far as files of the area tell
   */
  record Stored(UUID sighting, RowOutcome outcome) {

    /** What the row was, knowing which sightings led to new locations. */
    RowOutcome outcome(Set<UUID> created) {
      if (outcome == RowOutcome.UNCHANGED) {
        return outcome;
      }
      return created.contains(sighting) ? RowOutcome.CREATED : RowOutcome.UPDATED;
    }
  }

  /**
   * Stores rows as sightings.
   *
   * @return what each row is: a home not known before, one known from other files, or one this file
   *     has shown before
   */
  List<Stored> store(String authority, LocalDate date, List<CareHomeRow> rows) {
    Map<String, ListedHomes> known = new TreeMap<>();
    List<Stored> stored = new ArrayList<>();
    rows.stream().map(CareHomeRow::area).distinct().sorted().forEach(locations::lockArea);
    for (CareHomeRow row : rows) {
      ListedHomes area =
          known.computeIfAbsent(
              row.area(),
              code -> {
                sightings.snapshot(code, date, false);
                return new ListedHomes(sightings.in(code), date);
              });
      String fingerprint = fingerprint(row);
      RowOutcome outcome = area.outcome(row, fingerprint);
      StoredSighting fresh = new StoredSighting(Ids.next(), date, row, authority, null);
      if (outcome != RowOutcome.UNCHANGED) {
        sightings.store(fresh, fingerprint);
        area.add(fresh, fingerprint);
      }
      stored.add(new Stored(fresh.id(), outcome));
    }
    return stored;
  }

  /**
   * The file is in: derives locations, openings and closures of every area it lists.
   *
   * @return the sightings of locations that were not on record before
   */
  Set<UUID> complete(String authority, LocalDate date, Set<String> areas, boolean complete) {
    Set<UUID> created = new HashSet<>();
    for (String area : areas) {
      locations.lockArea(area);
      sightings.snapshot(area, date, complete);
      created.addAll(derivation.derive(authority, area));
    }
    return created;
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

  /** The homes of one area that files have shown. */
  private static final class ListedHomes {
    private final Map<String, CareHomeRow> inThisFile = new HashMap<>();
    private final List<HomeKey> anywhere = new ArrayList<>();

    ListedHomes(List<StoredSighting> stored, LocalDate date) {
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
