package uk.carecontracts.kit.csv;

import org.jspecify.annotations.Nullable;

/** Text for a cell of a spreadsheet, which must not be run as a formula. */
public final class SpreadsheetText {
  private SpreadsheetText() {}

  /** The text, with an apostrophe before what a spreadsheet would take for a formula. */
  public static String safe(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    return "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
