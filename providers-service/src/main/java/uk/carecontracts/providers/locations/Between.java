package uk.carecontracts.providers.locations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Two dates between which something happened: files show only that it had not at the first and had
 * at the second.
 *
 * @param after the last date on which it had not yet happened; null when no earlier file exists
 * @param until the first date on which it had happened
 */
public record Between(@Nullable LocalDate after, LocalDate until) {

  /** Whether both could have happened on one day. */
  public boolean overlaps(Between other) {
    boolean endsBeforeOther = other.after != null && !until.isAfter(other.after);
    boolean startsAfterOther = after != null && !other.until.isAfter(after);
    return !endsBeforeOther && !startsAfterOther;
  }
}
