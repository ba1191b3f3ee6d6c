package uk.carecontracts.providers.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.ImportFileException;

/** Tells what kind of document a zip is. */
final class Workbook {

  private static final String SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet";
  private static final int LONGEST_TYPE = 200;

  private Workbook() {}

  /** Its first part is the media type: that is how an OpenDocument file is known by its bytes. */
  static TableRows open(SafeZip zip) throws IOException {
    String part = zip.nextPart();
    if (!"mimetype".equals(part)) {
      throw new ImportFileException(
          "The zip is no OpenDocument spreadsheet; save the table as .ods or as CSV.");
    }
    String type = new String(zip.readNBytes(LONGEST_TYPE), StandardCharsets.US_ASCII).strip();
    if (!type.equals(SPREADSHEET) && !type.equals(SPREADSHEET + "-template")) {
      throw new ImportFileException("The file is of the type " + type + ", not a spreadsheet.");
    }
    @Nullable String next = zip.nextPart();
    while (next != null && !next.equals("content.xml")) {
      next = zip.nextPart();
    }
    if (next == null) {
      throw new ImportFileException("The spreadsheet has no content.");
    }
    return new OdsRows(zip);
  }
}
