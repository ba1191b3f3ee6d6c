package uk.carecontracts.kit.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * CSV text as it is read. It is refused where a quotation mark opens a cell and none closes it:
 * everything behind it would be read as that one cell, and the rows in it would be lost unseen. So
 * is text that cannot be held (NUL), and bytes that are not the text they are said to be.
 */
public final class CsvText extends FilterReader {
  private static final char QUOTE = '"';
  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final char NOTHING_YET = 0;

  private enum Place {
    CELL_BEGINS,
    PLAIN,
    QUOTED,
    BEHIND_QUOTE
  }

  private final @Nullable String otherEncoding;
  private Place place = Place.CELL_BEGINS;
  private long line = 1;
  private long openedIn = 1;
  private char before = NOTHING_YET;

  private CsvText(Reader text, @Nullable String otherEncoding) {
    super(text);
    this.otherEncoding = otherEncoding;
  }

  /** Text that is decoded already, or as it is read by a reader with refusals of its own. */
  public static Reader of(Reader text) {
    return new CsvText(text, null);
  }

  /**
   * The text of a file in UTF-8; a byte order mark is passed over.
   *
   * @throws ImportFileException while it is read, when it is of another encoding
   */
  public static Reader utf8(InputStream file) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new CsvText(
        new InputStreamReader(file, decoder), "The file is not UTF-8; save it as CSV in UTF-8.");
  }

  /** What refused the text, out of whatever the CSV reader wrapped it in. */
  public static ImportFileException refusal(Exception broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof ImportFileException known) {
        return known;
      }
    }
    return new ImportFileException("The file is not CSV: " + broken.getMessage());
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    try {
      int count = super.read(target, offset, length);
      if (count > 0 && before == NOTHING_YET && target[offset] == BYTE_ORDER_MARK) {
        before = BYTE_ORDER_MARK;
        System.arraycopy(target, offset + 1, target, offset, count - 1);
        return count > 1 ? checked(target, offset, count - 1) : read(target, offset, length);
      }
      if (count < 0 && place == Place.QUOTED) {
        throw notClosed();
      }
      return checked(target, offset, count);
    } catch (CharacterCodingException e) {
      if (otherEncoding == null) {
        throw e;
      }
      throw new ImportFileException(otherEncoding);
    }
  }

  private int checked(char[] target, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      take(target[i]);
    }
    return count;
  }

  private void take(char each) {
    boolean newLine = each == '\r' || (each == '\n' && before != '\r');
    boolean ends = each == ',' || each == '\r' || each == '\n';
    if (each == 0) {
      throw new ImportFileException(
          "Line " + line + " holds a character that no text has (NUL); save the file as CSV anew.");
    }
    switch (place) {
      case CELL_BEGINS -> begin(each, ends);
      case PLAIN -> place = ends ? Place.CELL_BEGINS : Place.PLAIN;
      case QUOTED -> place = each == QUOTE ? Place.BEHIND_QUOTE : Place.QUOTED;
      case BEHIND_QUOTE -> behind(each, ends);
    }
    before = each;
    line += newLine ? 1 : 0;
  }

  private void begin(char each, boolean ends) {
    if (each == QUOTE) {
      place = Place.QUOTED;
      openedIn = line;
    } else if (!ends) {
      place = Place.PLAIN;
    }
  }

  /** A cell of several lines that goes on behind its closing mark was closed by another's. */
  private void behind(char each, boolean ends) {
    if (each == QUOTE) {
      place = Place.QUOTED;
    } else if (ends) {
      place = Place.CELL_BEGINS;
    } else if (line > openedIn) {
      throw notClosed();
    } else {
      place = Place.PLAIN;
    }
  }

  private ImportFileException notClosed() {
    return new ImportFileException(
        "A quotation mark opens a cell in line "
            + openedIn
            + " and is not closed: every line behind it would be lost in that cell.");
  }
}
