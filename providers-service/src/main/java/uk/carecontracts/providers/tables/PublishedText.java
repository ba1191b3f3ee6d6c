package uk.carecontracts.providers.tables;

import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import uk.carecontracts.kit.imports.CsvText;

/** CSV as bodies publish it: UTF-8 or, when it is not valid as that, windows-1252. */
public final class PublishedText {

  private static final Charset SPREADSHEET = Charset.forName("windows-1252");

  private PublishedText() {}

  /** The text of a file, without byte order mark; refused while read where a quote stays open. */
  public static Reader of(byte[] file) {
    return CsvText.of(new StringReader(decoded(file)));
  }

  private static String decoded(byte[] file) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(file))
          .toString()
          .replace("\ufeff", "");
    } catch (CharacterCodingException otherEncoding) {
      return new String(file, SPREADSHEET);
    }
  }
}
