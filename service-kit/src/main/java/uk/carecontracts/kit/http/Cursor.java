package uk.carecontracts.kit.http;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/**
 * Where a keyset page continues: the sort values of the last row, bound to the query they came
 * from, so that a cursor used with other filters is refused rather than answered wrongly.
 *
 * @param query fingerprint of sort order and filters
 * @param values the sort values of the last row, as text; an absent one is empty
 */
public record Cursor(String query, List<String> values) {
  private static final String SEPARATOR = "\u001f";

  /** The cursor after a row with these sort values. */
  public static Cursor after(String query, @Nullable Object... values) {
    return new Cursor(
        query, Arrays.stream(values).map(v -> v == null ? "" : String.valueOf(v)).toList());
  }

  /** A fingerprint of everything that shapes a list but its length and place. */
  public static String fingerprint(@Nullable Object... parts) {
    return Integer.toHexString(Arrays.asList(parts).hashCode());
  }

  /** The opaque text a caller hands back. */
  public String text() {
    String raw = query + SEPARATOR + String.join(SEPARATOR, values);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(raw.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a cursor back: null for the first page, 400 when it is not of this query. */
  public static @Nullable Cursor parse(@Nullable String text, String query, int values) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    String[] parts = decode(text).split(SEPARATOR, -1);
    if (parts.length != values + 1 || !parts[0].equals(query)) {
      throw notOfThisList();
    }
    return new Cursor(query, List.of(parts).subList(1, parts.length));
  }

  /** One of the values as an id; 400 when the cursor was not made by this list. */
  public UUID id(int value) {
    return read(value, UUID::fromString);
  }

  /** One of the values as a day; 400 when the cursor was not made by this list. */
  public LocalDate day(int value) {
    return read(value, LocalDate::parse);
  }

  /** One of the values as a moment; 400 when the cursor was not made by this list. */
  public Instant moment(int value) {
    return read(value, Instant::parse);
  }

  /** One of the values as a whole number; 400 when the cursor was not made by this list. */
  public long number(int value) {
    return read(value, Long::valueOf);
  }

  /** One of the values as an exact decimal; 400 when the cursor was not made by this list. */
  public BigDecimal decimal(int value) {
    return read(value, BigDecimal::new);
  }

  private <T> T read(int value, Function<String, T> form) {
    try {
      return form.apply(values.get(value));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw notOfThisList();
    }
  }

  private static ProblemException notOfThisList() {
    return ProblemException.badRequest(
        "cursor", "The cursor is not of this list: use next as given, with the same filters.");
  }

  private static String decode(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
