package uk.carecontracts.gateway.usage;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * The days a client asks about, both included.
 *
 * @param from first day
 * @param to last day
 */
record UsagePeriod(LocalDate from, LocalDate to) {
  private static final int DEFAULT_DAYS = 30;
  private static final int MOST_DAYS = 92;
  private static final Set<String> KNOWN = Set.of("from", "to");

  /** A parameter that cannot be used. */
  static final class Unusable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  /**
   * Reads the query.
   *
   * @throws Unusable with what is wrong
   */
  static UsagePeriod of(MultiMap query, LocalDate today) {
    for (String name : query.names()) {
      if (!KNOWN.contains(name) || query.getAll(name).size() > 1) {
        throw new Unusable("Unknown or repeated query parameter '" + name + "'. Known: from, to.");
      }
    }
    LocalDate to = day(query, "to", today);
    LocalDate from = day(query, "from", to.minusDays(DEFAULT_DAYS - 1L));
    if (from.isAfter(to) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      throw new Unusable(
          "Ask for 1 to %d days, from the earlier to the later.".formatted(MOST_DAYS));
    }
    return new UsagePeriod(from, to);
  }

  private static LocalDate day(MultiMap query, String name, LocalDate otherwise) {
    String text = query.get(name);
    try {
      return text == null ? otherwise : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Unusable("'" + name + "' is a day such as 2026-04-01.");
    }
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
