package uk.carecontracts.kit.imports;

import java.util.List;

/**
 * How many columns a table has. A line that is wider has slipped: a comma within an amount or a
 * text split one of its cells, and what follows stands under the wrong heading.
 *
 * @param columns how many
 */
public record CsvWidth(int columns) {

  /** The width of a table up to the last column that has a name. */
  public static CsvWidth named(List<String> headings) {
    int named = headings.size();
    while (named > 0 && headings.get(named - 1).isBlank()) {
      named--;
    }
    return new CsvWidth(named);
  }

  /** Whether a line holds something where no column is. */
  public boolean isExceededBy(List<String> cells) {
    for (int i = columns; i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        return true;
      }
    }
    return false;
  }
}
