package uk.carecontracts.contracts.spend.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.ImportFileException;
import uk.carecontracts.kit.imports.ImportRow;
import uk.carecontracts.kit.imports.ImportRows;

/** A payment file, plain or zipped, read a line at a time; its size does not matter to memory. */
public final class PaymentFile implements ImportRows<Payment> {
  private static final int MOST_FIELD = 1 << 18;
  private static final int MOST_PREAMBLE = 20;

  private final SpendLayout layout;
  private final String authority;
  private final CsvReader<CsvRecord> csv;
  private final Iterator<CsvRecord> records;
  private final Columns columns;
  private @Nullable CsvRecord ahead;
  private long line;

  private PaymentFile(SpendLayout layout, String authority, CsvReader<CsvRecord> csv) {
    this.layout = layout;
    this.authority = authority;
    this.csv = csv;
    this.records = csv.iterator();
    this.columns = header();
  }

  /**
   * Opens a file.
   *
   * @param authority GSS code of the authority it is for; lines that name another are rejected
   * @param encoding UTF-8, WINDOWS-1252 or ISO-8859-1; UTF-8 when null
   * @param mostBytes the most a zip may inflate to
   * @throws ImportFileException when it is not text of this layout, or not safe to inflate
   */
  public static PaymentFile open(
      SpendLayout layout,
      String authority,
      InputStream file,
      @Nullable String encoding,
      long mostBytes) {
    try {
      BufferedInputStream in = new BufferedInputStream(file);
      in.mark(4);
      byte[] start = in.readNBytes(4);
      in.reset();
      boolean zipped = start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3;
      InputStream bytes = zipped ? new SafeZip(in, mostBytes) : in;
      CsvReader<CsvRecord> csv =
          CsvReader.builder()
              .skipEmptyLines(true)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .allowExtraCharsAfterClosingQuote(true)
              .maxBufferSize(MOST_FIELD)
              .ofCsvRecord(StrictText.of(bytes, encoding));
      return new PaymentFile(layout, authority, csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Columns header() {
    for (int i = 0; i < MOST_PREAMBLE && fill(); i++) {
      Columns found = new Columns(take().getFields());
      if (found.hasAll(layout.required())) {
        return found;
      }
    }
    throw new ImportFileException(
        "No line names the columns of "
            + layout
            + ": "
            + String.join(", ", layout.required())
            + " are needed.");
  }

  @Override
  public boolean hasNext() {
    return fill();
  }

  @Override
  public ImportRow<Payment> next() {
    if (!fill()) {
      throw new NoSuchElementException();
    }
    CsvRecord record = take();
    Cells cells = new Cells(columns, record.getFields());
    try {
      String named = layout.organisation(cells);
      if (named != null && !named.equals(authority)) {
        return ImportRow.malformed(
            record.getStartingLineNumber(),
            null,
            "The line is of " + named + "; the import is for " + authority + ".");
      }
      return ImportRow.of(record.getStartingLineNumber(), layout.read(cells));
    } catch (Cells.BadCell e) {
      return ImportRow.malformed(
          record.getStartingLineNumber(), "/" + e.column(), String.valueOf(e.getMessage()));
    }
  }

  private CsvRecord take() {
    CsvRecord record = ahead;
    if (record == null) {
      throw new NoSuchElementException();
    }
    ahead = null;
    line = record.getStartingLineNumber();
    return record;
  }

  private boolean fill() {
    try {
      if (ahead == null && records.hasNext()) {
        ahead = records.next();
      }
      return ahead != null;
    } catch (CsvParseException | UncheckedIOException e) {
      throw refused(e);
    }
  }

  private RuntimeException refused(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ImportFileException known) {
        return known;
      }
      if (cause instanceof CharacterCodingException) {
        return new ImportFileException(
            "The text after line "
                + line
                + " is not of the encoding it was announced in. Save it as UTF-8, or say"
                + " encoding=WINDOWS-1252.");
      }
    }
    return e instanceof CsvParseException
        ? new ImportFileException(
            "The file cannot be read as CSV after line "
                + line
                + ": a quote is not closed, or a field is longer than "
                + MOST_FIELD
                + " characters.")
        : e;
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
