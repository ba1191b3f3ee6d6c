package uk.carecontracts.providers.locations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.locations.Declaration.Kind;

/**
 * When a home was open, as far as dated files and declared days show. Derived from the evidence
 * alone, so that the order in which it arrived cannot matter.
 *
 * <p>A file that lists the home shows it open on the file's day. A file that covers it and does not
 * list it shows it closed, once an earlier file had listed it: what no file has listed yet is
 * perhaps only listed late. A declared day is exact and sharpens what files show between dates; a
 * home listed after the day it is said to have closed is open again.
 *
 * @param spells the periods of being open, oldest first; at least one
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
   * One period of being open without a gap.
   *
   * @param opened when it opened; null when nobody knows
   * @param firstSeen the first day on which it is known to have been open
   * @param lastSeen the last such day
   * @param closed when it closed; null while it is open
   */
  public record Spell(
      @Nullable Between opened,
      @Nullable LocalDate firstSeen,
      @Nullable LocalDate lastSeen,
      @Nullable Between closed) {

    /** Whether it was open on a day. */
    public boolean covers(LocalDate day) {
      boolean begun = opened == null || !opened.until().isAfter(day);
      return begun && (closed == null || closed.until().isAfter(day));
    }

    /** Only when it opened and closed. */
    Spell dates() {
      return new Spell(opened, null, null, closed);
    }
  }

  /**
   * Derives the spells from files alone.
   *
   * @param snapshots the dates of every file about the area
   * @param sightings the dates of the files that list the home; each must be in snapshots
   */
  public static Presence derive(SortedSet<LocalDate> snapshots, SortedSet<LocalDate> sightings) {
    return of(new Evidence(snapshots, sightings, List.of()));
  }

  /** Derives the spells from everything known. */
  public static Presence of(Evidence evidence) {
    if (!evidence.files().containsAll(evidence.seen())) {
      throw new IllegalArgumentException("A home cannot be seen in a file that does not exist");
    }
    Walk walk = new Walk();
    for (LocalDate day : evidence.days()) {
      if (evidence.declares(Kind.OPENED, day)) {
        walk.declaredOpen(day);
      }
      if (evidence.seen().contains(day)) {
        walk.seen(day);
      }
      if (evidence.declares(Kind.CLOSED, day)) {
        walk.declaredClosed(day);
      }
      if (evidence.files().contains(day) && !evidence.seen().contains(day)) {
        walk.absent(day);
      }
    }
    return new Presence(walk.end());
  }

  /**
   * Everything known about when a home was open.
   *
   * @param files dates of the files in which it would be listed while open
   * @param seen dates of those that list it
   * @param declared exact days that somebody states
   */
  public record Evidence(
      SortedSet<LocalDate> files, SortedSet<LocalDate> seen, Collection<Declaration> declared) {

    /** Nothing known. */
    public static Evidence none() {
      return new Evidence(new TreeSet<>(), new TreeSet<>(), List.of());
    }

    /** Together with other evidence. */
    public Evidence and(Evidence other) {
      SortedSet<LocalDate> allFiles = new TreeSet<>(files);
      allFiles.addAll(other.files);
      SortedSet<LocalDate> allSeen = new TreeSet<>(seen);
      allSeen.addAll(other.seen);
      List<Declaration> all = new ArrayList<>(declared);
      all.addAll(other.declared);
      return new Evidence(allFiles, allSeen, all);
    }

    NavigableSet<LocalDate> days() {
      NavigableSet<LocalDate> days = new TreeSet<>(files);
      declared.forEach(declaration -> days.add(declaration.day()));
      return days;
    }

    boolean declares(Kind kind, LocalDate day) {
      return declared.stream().anyMatch(d -> d.kind() == kind && d.day().equals(day));
    }
  }

  /** Goes through the evidence day by day. */
  private static final class Walk {
    private final List<Spell> spells = new ArrayList<>();
    private boolean open;
    private boolean listed;
    private @Nullable Between opened;
    private @Nullable LocalDate firstSeen;
    private @Nullable LocalDate lastSeen;
    private @Nullable LocalDate lastClosed;

    void declaredOpen(LocalDate day) {
      if (!open) {
        begin(new Between(day, day));
      }
      saw(day);
    }

    void seen(LocalDate day) {
      if (!open) {
        begin(new Between(lastClosed, day));
      }
      listed = true;
      saw(day);
    }

    void declaredClosed(LocalDate day) {
      if (!open && spells.isEmpty()) {
        begin(null);
      }
      if (open) {
        finish(new Between(day, day));
      }
      lastClosed = day;
    }

    void absent(LocalDate day) {
      if (open && listed) {
        finish(new Between(lastSeen, day));
      }
      if (!open) {
        lastClosed = day;
      }
    }

    List<Spell> end() {
      if (open) {
        spells.add(new Spell(opened, firstSeen, lastSeen, null));
      } else if (spells.isEmpty()) {
        spells.add(new Spell(null, null, null, null));
      }
      return spells;
    }

    private void begin(@Nullable Between when) {
      open = true;
      opened = when;
      firstSeen = null;
      lastSeen = null;
    }

    private void saw(LocalDate day) {
      firstSeen = firstSeen == null ? day : firstSeen;
      lastSeen = day;
    }

    private void finish(Between closed) {
      spells.add(new Spell(opened, firstSeen, lastSeen, closed));
      open = false;
    }
  }

  /** The first appearance; null when nobody knows. */
  public @Nullable Between opened() {
    return spells.get(0).opened();
  }

  /** The last disappearance, or null while the home is open. */
  public @Nullable Between closed() {
    return spells.get(spells.size() - 1).closed();
  }

  /** Whether it is open after all that is known. */
  public boolean open() {
    return closed() == null;
  }

  /** Whether it was open on a day. */
  public boolean openOn(LocalDate day) {
    return spells.stream().anyMatch(spell -> spell.covers(day));
  }
}
