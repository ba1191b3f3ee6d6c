package uk.carecontracts.kit.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
  private static List<List<String>> rows(Reader text) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .ofCsvRecord(text)) {
      csv.forEach(row -> rows.add(row.getFields()));
    }
    return rows;
  }

  private static String refusal(Reader text) {
    CsvParseException broken = assertThrows(CsvParseException.class, () -> rows(text));
    return String.valueOf(CsvText.refusal(broken).getMessage());
  }

  private static String refusal(String text) {
    return refusal(CsvText.of(new StringReader(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\n1,\"x\ny\"\n",
        "a,b\r\n\"1\",\"say \"\"so\"\"\"\r\n",
        "a,b\n5\" pipe,\"2\"\n",
        "a,b\n\"The \"Old\" Mill\",2\n3,4\n",
        "a,b\n\"\",\"\"",
        "a,b\n1,\"x\"",
        "\"a\",b\r1,2\r",
        "",
        "\"\""
      })
  void text_whose_quotes_close_is_read_as_it_is(String text) throws IOException {
    assertEquals(rows(new StringReader(text)), rows(CsvText.of(new StringReader(text))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\n1,\"x\n2,y\n3,z\n",
        "a,b\n1,\"x\n2,\"y\"\n3,z\n",
        "a,b\r\n1,\"x\r\n2,y",
        "a,b\r1,\"x\"\"\r2,y"
      })
  void a_quote_that_is_never_closed_is_refused_with_its_line(String text) {
    assertTrue(refusal(text).startsWith("A quotation mark opens a cell in line 2 "), text);
  }

  @Test
  void a_character_that_cannot_be_held_is_refused_with_its_line() {
    assertTrue(refusal("a,b\n1,x\u0000y\n").startsWith("Line 2 holds a character"));
  }

  @Test
  void a_byte_order_mark_is_passed_over() throws IOException {
    byte[] file = "\ufeff\"a,b\",é\n".getBytes(StandardCharsets.UTF_8);
    assertEquals(List.of(List.of("a,b", "é")), rows(CsvText.utf8(new ByteArrayInputStream(file))));
    try (Reader single = CsvText.utf8(new ByteArrayInputStream(file))) {
      assertEquals('"', single.read());
    }
  }

  @Test
  void another_encoding_is_refused_and_not_guessed() {
    byte[] file = "Café\n".getBytes(Charset.forName("windows-1252"));
    assertEquals(
        "The file is not UTF-8; save it as CSV in UTF-8.",
        refusal(CsvText.utf8(new ByteArrayInputStream(file))));
  }
}
