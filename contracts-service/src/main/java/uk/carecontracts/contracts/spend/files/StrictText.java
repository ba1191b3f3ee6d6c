package uk.carecontracts.contracts.spend.files;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.ImportFileException;

/** Text in the encoding it was announced in: what is not of it is refused, never guessed. */
final class StrictText {
  private static final Map<String, Charset> KNOWN =
      Map.of(
          "UTF-8", StandardCharsets.UTF_8,
          "WINDOWS-1252", Charset.forName("windows-1252"),
          "ISO-8859-1", StandardCharsets.ISO_8859_1);

  private StrictText() {}

  /**
   * A reader of the text; a byte order mark of UTF-8 is skipped, and tells the encoding.
   *
   * @param encoding UTF-8, WINDOWS-1252 or ISO-8859-1; UTF-8 when left out
   */
  static Reader of(InputStream bytes, @Nullable String encoding) throws IOException {
    BufferedInputStream in = new BufferedInputStream(bytes, 1 << 16);
    in.mark(8);
    byte[] start = in.readNBytes(4);
    in.reset();
    refuseForeign(start);
    if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
      in.skipNBytes(3);
      if (!charset(encoding).equals(StandardCharsets.UTF_8)) {
        throw new ImportFileException(
            "The file begins with the byte order mark of UTF-8 and was announced as "
                + charset(encoding).name()
                + "; leave encoding out.");
      }
    }
    return new BufferedReader(
        new InputStreamReader(
            in,
            charset(encoding)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  /** The encoding of that name. */
  static Charset charset(@Nullable String encoding) {
    Charset charset =
        encoding == null
            ? StandardCharsets.UTF_8
            : KNOWN.get(encoding.strip().toUpperCase(Locale.ROOT));
    if (charset == null) {
      throw new ImportFileException(
          "'" + encoding + "' is not one of the encodings UTF-8, WINDOWS-1252, ISO-8859-1.");
    }
    return charset;
  }

  private static void refuseForeign(byte[] start) {
    if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF)) {
      throw new ImportFileException("The file is UTF-16; save it as CSV in UTF-8.");
    }
    if (startsWith(start, 0x1F, 0x8B)) {
      throw new ImportFileException("The file is compressed by gzip; send the CSV or a zip of it.");
    }
    if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new ImportFileException("The file is an old spreadsheet; save it as CSV.");
    }
    for (byte each : start) {
      if (each == 0) {
        throw new ImportFileException("The file is not text; send CSV in UTF-8.");
      }
    }
  }

  private static boolean startsWith(byte[] start, int... bytes) {
    if (start.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((start[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
