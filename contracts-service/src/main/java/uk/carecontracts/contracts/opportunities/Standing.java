package uk.carecontracts.contracts.opportunities;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contract as it stands in a search: its figures in the forms that are compared most. */
final class Standing {
  /** By decision date, as their places are. */
  static final Comparator<Standing> BY_PLACE = (a, b) -> Integer.compare(a.place, b.place);

  private final Candidate candidate;
  private final Kind kind;
  private final int council;
  private final boolean forAnyGroup;
  private final long day;
  private final long windowEnds;
  private final long pence;
  private final int place;
  private boolean taken;

  /**
   * What it is.
   *
   * @param nodes where in the category tree it can meet others
   * @param branch its ProClass branch, null when it states no ProClass code
   */
  record Kind(List<CategoryTree.Node> nodes, @Nullable String branch) {}

  /**
   * A contract nobody has taken.
   *
   * @param place where it comes among all contracts by decision date
   * @param council the number of its authority
   */
  Standing(Candidate candidate, int place, Kind kind, int council, int windowMonths) {
    this.candidate = candidate;
    this.place = place;
    this.kind = kind;
    this.council = council;
    this.forAnyGroup = candidate.isForAnyGroup();
    this.day = candidate.decisionDate().toEpochDay();
    this.windowEnds = candidate.decisionDate().plusMonths(windowMonths).toEpochDay();
    this.pence = candidate.annual().movePointRight(2).max(BigDecimal.ZERO).longValue();
  }

  Candidate candidate() {
    return candidate;
  }

  Kind kind() {
    return kind;
  }

  /** The number of its authority; numbers follow the order of the codes. */
  int council() {
    return council;
  }

  boolean isForAnyGroup() {
    return forAnyGroup;
  }

  /** Its decision date in days. */
  long day() {
    return day;
  }

  /** The last day of a window that begins with it. */
  long windowEnds() {
    return windowEnds;
  }

  long pence() {
    return pence;
  }

  boolean isTaken() {
    return taken;
  }

  void take() {
    taken = true;
  }
}
