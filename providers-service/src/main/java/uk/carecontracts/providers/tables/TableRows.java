package uk.carecontracts.providers.tables;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.ImportFileException;

/** The rows of a table file in its order, sheet after sheet, read as they are asked for. */
public interface TableRows extends AutoCloseable {

  /**
   * The next row, or null at the end. Rows of a spreadsheet that hold nothing may be left out.
   *
   * @throws ImportFileException when the file cannot be read on, with the place and the reason
   */
  @Nullable TableRow next();

  /** Whether each row spells all its fields, so that one with more or fewer is damaged. */
  boolean delimited();

  @Override
  void close();

  /**
   * Opens a file by what its first bytes say it is: a zip is an OpenDocument spreadsheet, anything
   * else is CSV.
   *
   * @throws ImportFileException when it is neither
   */
  static TableRows open(InputStream file) {
    try {
      BufferedInputStream in = new BufferedInputStream(file);
      in.mark(8);
      byte[] start = in.readNBytes(4);
      in.reset();
      if (is(start, 'P', 'K', 3, 4)) {
        return Workbook.open(new SafeZip(in));
      }
      if (is(start, 0xd0, 0xcf, 0x11, 0xe0)) {
        throw new ImportFileException(
            "The file is a workbook of an old kind or under a password; save it as an OpenDocument"
                + " spreadsheet (.ods) or as CSV.");
      }
      return new CsvRows(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean is(byte[] start, int... signature) {
    boolean same = start.length >= signature.length;
    for (int i = 0; same && i < signature.length; i++) {
      same = (start[i] & 0xff) == signature[i];
    }
    return same;
  }
}
