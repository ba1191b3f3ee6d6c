package uk.carecontracts.kit.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items what was asked for, in the order of the list
 * @param next cursor of the following page, absent on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {
  /**
   * Makes a page from one row more than asked for, which tells whether there is a following page.
   *
   * @param rows up to limit + 1 rows
   * @param limit the length of a page
   * @param cursor the cursor that continues after a row
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
    if (rows.size() <= limit) {
      return new Page<>(List.copyOf(rows), null);
    }
    List<T> items = List.copyOf(rows.subList(0, limit));
    return new Page<>(items, cursor.apply(items.get(limit - 1)).text());
  }

  /** The same page with each item shown in another form. */
  public <R> Page<R> map(Function<? super T, ? extends R> form) {
    return new Page<>(items.stream().<R>map(form).toList(), next);
  }
}
