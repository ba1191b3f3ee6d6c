package uk.carecontracts.providers.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PublishedTextTest {
  private static String read(byte[] file) throws IOException {
    StringWriter text = new StringWriter();
    try (Reader reader = PublishedText.of(file)) {
      reader.transferTo(text);
    }
    return text.toString();
  }

  @Test
  void namesAreReadInTheEncodingTheyWereSavedIn() throws IOException {
    String line = "Résidence Brontë – £1\n";
    assertEquals(line, read(("\ufeff" + line).getBytes(StandardCharsets.UTF_8)));
    assertEquals(line, read(line.getBytes(Charset.forName("windows-1252"))));
  }
}
