package uk.carecontracts.contracts.spend.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.CsvText;
import uk.carecontracts.kit.imports.ImportFileException;
import uk.carecontracts.kit.imports.ImportRow;
import uk.carecontracts.kit.imports.ImportRows;

/**
 * A payment file, plain or zipped, read a line at a time; its size does not matter to memory. The
 * CSV files of a zip are read as one; each has columns and line numbers of its own.
 */
public final class PaymentFile implements ImportRows<Payment> {
  private static final int MOST_FIELD = 1 << 18;
  private static final int MOST_PREAMBLE = 20;

  private final SpendLayout layout;
  private final String authority;
  private final @Nullable String encoding;
  private final @Nullable SafeZip zip;
  private final InputStream plain;
  private @Nullable String name;
  private Iterator<CsvRecord> records = Collections.emptyIterator();
  private Columns columns = new Columns(List.of());
  private @Nullable CsvRecord ahead;
  private long line;

  private PaymentFile(
      SpendLayout layout,
      String authority,
      @Nullable String encoding,
      @Nullable SafeZip zip,
      InputStream plain) {
    this.layout = layout;
    this.authority = authority;
    this.encoding = encoding;
    this.zip = zip;
    this.plain = plain;
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
      if (zipped) {
        SafeZip zip = new SafeZip(in, mostBytes);
        PaymentFile payments = new PaymentFile(layout, authority, encoding, zip, in);
        if (!payments.nextFile()) {
          throw new ImportFileException("The zip holds no CSV file.");
        }
        return payments;
      }
      PaymentFile payments = new PaymentFile(layout, authority, encoding, null, in);
      payments.begin(in);
      return payments;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean nextFile() throws IOException {
    name = zip == null ? null : zip.nextCsv();
    if (zip == null || name == null) {
      return false;
    }
    begin(zip.text());
    return true;
  }

  private void begin(InputStream bytes) throws IOException {
    line = 0;
    records =
        CsvReader.builder()
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .maxBufferSize(MOST_FIELD)
            .ofCsvRecord(CsvText.of(text(bytes)))
            .iterator();
    columns = header();
  }

  private Reader text(InputStream bytes) throws IOException {
    try {
      return StrictText.of(bytes, encoding);
    } catch (ImportFileException e) {
      throw new ImportFileException(named(String.valueOf(e.getMessage())));
    }
  }

  /** In a zip, what is wrong with a file begins with its name. */
  private String named(String fault) {
    return name == null ? fault : name + ": " + fault;
  }

  private Columns header() {
    for (int i = 0; i < MOST_PREAMBLE && fill(); i++) {
      Columns found = new Columns(take().getFields());
      if (found.hasAll(layout.required())) {
        return found;
      }
    }
    throw new ImportFileException(
        named(
            "No line names the columns of "
                + layout
                + ": "
                + String.join(", ", layout.required())
                + " are needed, separated by commas."));
  }

  @Override
  public boolean hasNext() {
    try {
      while (!fill()) {
        if (!nextFile()) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw refused(new UncheckedIOException(e));
    }
  }

  @Override
  public ImportRow<Payment> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    CsvRecord record = take();
    Cells cells = new Cells(columns, record.getFields());
    try {
      String organisation = layout.organisation(cells);
      if (cells.hasSlipped()) {
        return ImportRow.malformed(
            record.getStartingLineNumber(),
            null,
            named(
                "The line has more cells than the file has columns; a comma within an amount or a"
                    + " text needs quotation marks around it."));
      }
      if (organisation != null && !organisation.equals(authority)) {
        return ImportRow.malformed(
            record.getStartingLineNumber(),
            null,
            named("The line is of " + organisation + "; the import is for " + authority + "."));
      }
      return ImportRow.of(record.getStartingLineNumber(), layout.read(cells));
    } catch (Cells.BadCell e) {
      return ImportRow.malformed(
          record.getStartingLineNumber(), "/" + e.column(), named(String.valueOf(e.getMessage())));
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

  /** Whether the file that is read has another line; those without any text are passed over. */
  private boolean fill() {
    try {
      while (ahead == null && records.hasNext()) {
        CsvRecord next = records.next();
        ahead = next.getFields().stream().allMatch(String::isBlank) ? null : next;
      }
      return ahead != null;
    } catch (CsvParseException | UncheckedIOException e) {
      throw refused(e);
    }
  }

  private RuntimeException refused(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ImportFileException known) {
        return new ImportFileException(named(String.valueOf(known.getMessage())));
      }
      if (cause instanceof CharacterCodingException) {
        return new ImportFileException(
            named(
                (line == 0 ? "The text" : "The text after line " + line)
                    + " is not of the encoding it was announced in. Save it as UTF-8, or say"
                    + " encoding=WINDOWS-1252."));
      }
    }
    return e instanceof CsvParseException
        ? new ImportFileException(
            named(
                "The file cannot be read as CSV after line "
                    + line
                    + ": a quote is not closed, or a field is longer than "
                    + MOST_FIELD
                    + " characters."))
        : e;
  }

  @Override
  public void close() {
    try {
      if (zip == null) {
        plain.close();
      } else {
        zip.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
