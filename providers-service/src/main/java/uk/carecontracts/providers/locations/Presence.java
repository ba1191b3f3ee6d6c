package uk.carecontracts.providers.locations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When a home was open, as far as dated files show. Derived from two sets of dates alone, so that
 * the order in which files were imported cannot matter.
 *
 * @param spells the periods of being listed, oldest first; at least one
 */
public record Presence(List<Spell> spells) {

  /** Copies defensively. */
  public Presence {
    spells = List.copyOf(spells);
    if (spells.isEmpty()) {
      throw new IllegalArgumentException("A home that was never seen has no presence");
    }
  }

  /**
   * One period of being listed without a gap.
   *
   * @param opened when the home appeared
   * @param firstSeen the first file that lists it
   * @param lastSeen the last file that lists it
   * @param closed when it disappeared; null while it is still listed
   */
  public record Spell(
      Between opened, LocalDate firstSeen, LocalDate lastSeen, @Nullable Between closed) {}

  /**
   * Derives the spells.
   *
   * @param snapshots the dates of every file about the area
   * @param sightings the dates of the files that list the home; each must be in snapshots
   */
  public static Presence derive(SortedSet<LocalDate> snapshots, SortedSet<LocalDate> sightings) {
    if (!snapshots.containsAll(sightings)) {
      throw new IllegalArgumentException("A home cannot be seen in a file that does not exist");
    }
    NavigableSet<LocalDate> files = new TreeSet<>(snapshots);
    List<Spell> spells = new ArrayList<>();
    LocalDate first = null;
    for (LocalDate file : files) {
      boolean seen = sightings.contains(file);
      LocalDate next = files.higher(file);
      if (seen && first == null) {
        first = file;
      }
      boolean gone = next != null && !sightings.contains(next);
      if (first != null && seen && (next == null || gone)) {
        Between opened = new Between(files.lower(first), first);
        Between closed = next == null ? null : new Between(file, next);
        spells.add(new Spell(opened, first, file, closed));
        first = null;
      }
    }
    return new Presence(spells);
  }

  /** The first appearance. */
  public Between opened() {
    return spells.get(0).opened();
  }

  /** The last disappearance, or null while the home is listed in the latest file. */
  public @Nullable Between closed() {
    return spells.get(spells.size() - 1).closed();
  }

  /** Whether the latest file lists the home. */
  public boolean open() {
    return closed() == null;
  }
}
