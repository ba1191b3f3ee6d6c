package uk.carecontracts.providers.tables;

import java.util.List;

/**
 * One row of a table.
 *
 * @param sheet name of the sheet it stands on, empty for a file without sheets
 * @param number as a person would count it in the file or on the sheet
 * @param cells texts from the first column on; dates as 2024-03-31, numbers without separators
 */
public record TableRow(String sheet, long number, List<String> cells) {

  /** Whether no cell holds a text. */
  public boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }
}
