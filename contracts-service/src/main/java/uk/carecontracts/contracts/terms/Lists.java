package uk.carecontracts.contracts.terms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists that a caller may leave out. */
final class Lists {
  private Lists() {}

  /** An unmodifiable copy; absent becomes empty. */
  static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
