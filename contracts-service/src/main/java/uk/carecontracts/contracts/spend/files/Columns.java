package uk.carecontracts.contracts.spend.files;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.CsvWidth;

/** Where each column of one file stands; names are compared by their letters and digits only. */
final class Columns {
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]");

  private final Map<String, Integer> places = new HashMap<>();

  private final CsvWidth width;

  /** Every line asks for the same names: how they compare is worked out once for a file. */
  private final Map<String, String> keys = new HashMap<>();

  /** The columns a line of headings names; of two alike the first counts. */
  Columns(List<String> headings) {
    for (int place = 0; place < headings.size(); place++) {
      places.putIfAbsent(key(headings.get(place)), place);
    }
    width = CsvWidth.named(headings);
  }

  /** How many there are. */
  CsvWidth width() {
    return width;
  }

  private static String key(String column) {
    return OTHER.matcher(column.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /** The place of a column, counted from nought; null when the file has none of that name. */
  @Nullable Integer place(String column) {
    return places.get(keys.computeIfAbsent(column, Columns::key));
  }

  boolean hasAll(Collection<String> columns) {
    return columns.stream().allMatch(column -> place(column) != null);
  }
}
