package uk.carecontracts.stack.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** The tables of invented data that come with the demo. */
final class Fixture {
  private Fixture() {}

  /** Every line of a table under {@code demo/}. */
  static <T> List<T> rows(String file, Function<NamedCsvRecord, T> read) {
    try (InputStream found = Fixture.class.getResourceAsStream("/demo/" + file)) {
      if (found == null) {
        throw new IllegalStateException("demo/" + file + " is missing");
      }
      Reader text = new InputStreamReader(found, StandardCharsets.UTF_8);
      try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
        return csv.stream().map(read).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not read demo/" + file, e);
    }
  }
}
