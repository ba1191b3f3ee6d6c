package uk.carecontracts.kit.http;

import java.util.List;
import java.util.UUID;
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

  /** Reads a list from a place on. */
  @FunctionalInterface
  public interface Rows<T> {
    /**
     * The rows that follow the one with an id, in the order of the list.
     *
     * @param id of the last row of the page before; null for the beginning
     * @param most how many rows at most
     */
    List<T> following(@Nullable UUID id, int most);
  }

  /**
   * A page of a list that is ordered by id, in either direction.
   *
   * @param query fingerprint of sort order and filters
   * @param cursor next of the page before, absent for the first
   * @param limit the length asked for, see {@link Paging#limit}
   * @param rows reads the list
   * @param id of a row
   */
  public static <T> Page<T> byId(
      String query,
      @Nullable String cursor,
      @Nullable Integer limit,
      Rows<T> rows,
      Function<T, UUID> id) {
    int length = Paging.limit(limit);
    Cursor from = Cursor.parse(cursor, query, 1);
    return of(
        rows.following(from == null ? null : from.id(0), length + 1),
        length,
        row -> Cursor.after(query, id.apply(row)));
  }

  /** The same page with each item shown in another form. */
  public <R> Page<R> map(Function<? super T, ? extends R> form) {
    return new Page<>(items.stream().<R>map(form).toList(), next);
  }
}
