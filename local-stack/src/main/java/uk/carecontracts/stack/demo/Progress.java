package uk.carecontracts.stack.demo;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says how far the loading is, one line for each part. */
final class Progress {
  private final PrintStream out;
  private long begin = System.nanoTime();

  Progress(PrintStream out) {
    this.out = out;
  }

  /** What became of one item. */
  enum Outcome {
    /** It is new. */
    CREATED,
    /** It was there and has gone further. */
    CONTINUED,
    /** It was there as wanted. */
    UNCHANGED
  }

  /** The outcome of an item of which some of these things were done. */
  static Outcome outcome(boolean created, int steps) {
    if (created) {
      return Outcome.CREATED;
    }
    return steps > 0 ? Outcome.CONTINUED : Outcome.UNCHANGED;
  }

  /** Reports one part and what became of its items. */
  void done(String what, List<Outcome> outcomes) {
    Map<Outcome, Long> counts =
        outcomes.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each, () -> new EnumMap<>(Outcome.class), Collectors.counting()));
    String text =
        counts.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    long now = System.nanoTime();
    out.printf("  %-18s %4d: %s (%.1f s)%n", what, outcomes.size(), text, (now - begin) / 1e9);
    begin = now;
  }
}
