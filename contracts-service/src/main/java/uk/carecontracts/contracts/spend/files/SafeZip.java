package uk.carecontracts.contracts.spend.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.ImportFileException;

/**
 * The CSV files in a zip, one after the other as the zip has them, inflated as they are read. What
 * inflates to more than a payment file can hold, or many times more than it arrived with, is
 * refused at the byte where that shows; all that the zip holds counts together.
 */
final class SafeZip implements AutoCloseable {
  /** Text inflates to 10 to 20 times its size; a bomb to a thousand. */
  private static final int MOST_TIMES = 200;

  private static final long GRACE = 1 << 20;

  private final Counting packed;
  private final ZipInputStream zip;
  private final long most;
  private long inflated;

  SafeZip(InputStream file, long most) {
    this.packed = new Counting(file);
    this.zip = new ZipInputStream(packed);
    this.most = most;
  }

  /** The name of the next CSV file, which {@link #text()} then reads; null when there is none. */
  @Nullable String nextCsv() throws IOException {
    ZipEntry entry = next();
    while (entry != null) {
      String path = entry.getName();
      String lower = path.toLowerCase(Locale.ROOT);
      if (lower.equals("[content_types].xml")) {
        throw new ImportFileException("The file is a spreadsheet (xlsx); save it as CSV.");
      }
      if (!entry.isDirectory() && lower.endsWith(".csv") && !lower.startsWith("__macosx/")) {
        return path;
      }
      drain();
      entry = next();
    }
    return null;
  }

  /** What the file has that stands here; closing it leaves the others to be read. */
  InputStream text() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        return inflate(target, offset, length);
      }
    };
  }

  private @Nullable ZipEntry next() throws IOException {
    try {
      return zip.getNextEntry();
    } catch (ZipException | IllegalArgumentException e) {
      throw broken();
    }
  }

  private static ImportFileException broken() {
    return new ImportFileException("The zip is damaged or encrypted and cannot be opened.");
  }

  private void drain() throws IOException {
    byte[] buffer = new byte[8192];
    while (inflate(buffer, 0, buffer.length) >= 0) {
      // what else is in the zip is not looked at, but it counts
    }
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    try {
      int read = zip.read(target, offset, length);
      inflated += Math.max(read, 0);
      if (inflated > most) {
        throw new ImportFileException("The zip inflates to more than " + most + " bytes.");
      }
      if (inflated > GRACE && inflated > packed.count * MOST_TIMES) {
        throw new ImportFileException(
            "The zip inflates to more than " + MOST_TIMES + " times its size; that is no text.");
      }
      return read;
    } catch (ZipException | java.io.EOFException e) {
      throw broken();
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
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
