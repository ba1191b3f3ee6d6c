package uk.carecontracts.contracts.opportunities;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A contract as it stands in a search: its figures in the forms that are compared most. */
final class Standing {
  /** By decision date, then identity. */
  static final Comparator<Standing> BY_DATE =
      Comparator.comparingLong(Standing::day).thenComparing(Standing::id);

  private final Candidate candidate;
  private final List<CategoryTree.Node> nodes;
  private final long day;
  private final long windowEnds;
  private final long pence;
  private boolean taken;

  Standing(Candidate candidate, List<CategoryTree.Node> nodes, int windowMonths) {
    this.candidate = candidate;
    this.nodes = nodes;
    this.day = candidate.decisionDate().toEpochDay();
    this.windowEnds = candidate.decisionDate().plusMonths(windowMonths).toEpochDay();
    this.pence = candidate.annual().movePointRight(2).max(BigDecimal.ZERO).longValue();
  }

  Candidate candidate() {
    return candidate;
  }

  UUID id() {
    return candidate.id();
  }

  String authority() {
    return candidate.authority();
  }

  /** Where in the category tree it can meet others. */
  List<CategoryTree.Node> nodes() {
    return nodes;
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
