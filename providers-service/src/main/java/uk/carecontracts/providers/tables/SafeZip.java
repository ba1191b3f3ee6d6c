package uk.carecontracts.providers.tables;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.ImportFileException;

/**
 * The parts of a zip in their order, inflated as they are read. What inflates to more than a
 * spreadsheet can hold, or to many times more than it arrived with, is refused at the byte where
 * that shows.
 */
final class SafeZip extends InputStream {

  /** The markup of sheets inflates to 20 to 60 times its size; a bomb to a thousand. */
  private static final int MOST_TIMES = 250;

  /** Small parts of many equal bytes are no danger. */
  private static final long GRACE = 8L << 20;

  /** The care directory of England inflates to a quarter of this. */
  private static final long MOST_BYTES = 2L << 30;

  private static final int MOST_PARTS = 10_000;

  private final Counted packed;
  private final ZipInputStream zip;
  private long inflated;
  private int parts;

  SafeZip(InputStream file) {
    packed = new Counted(file);
    zip = new ZipInputStream(packed);
  }

  /** Goes to the next part and gives its name, or null at the end; this stream then reads it. */
  @Nullable String nextPart() throws IOException {
    try {
      byte[] rest = new byte[8192];
      while (parts > 0 && read(rest, 0, rest.length) >= 0) {
        // what is left of the part before is not looked at, but it counts
      }
      ZipEntry entry = zip.getNextEntry();
      parts++;
      if (parts > MOST_PARTS) {
        throw new ImportFileException("The zip has more than " + MOST_PARTS + " parts.");
      }
      return entry == null ? null : entry.getName();
    } catch (ZipException | EOFException | IllegalArgumentException broken) {
      throw damaged();
    }
  }

  private static ImportFileException damaged() {
    return new ImportFileException("The zip is damaged, cut short or encrypted.");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read;
    try {
      read = zip.read(target, offset, length);
    } catch (ZipException | EOFException broken) {
      throw damaged();
    }
    inflated += Math.max(read, 0);
    if (inflated > MOST_BYTES) {
      throw new ImportFileException("The zip inflates to more than " + MOST_BYTES + " bytes.");
    }
    if (inflated > GRACE && inflated > packed.count * MOST_TIMES) {
      throw new ImportFileException(
          "The zip inflates to more than "
              + MOST_TIMES
              + " times its size; that is no spreadsheet.");
    }
    return read;
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int each = super.read();
      count += each < 0 ? 0 : 1;
      return each;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
