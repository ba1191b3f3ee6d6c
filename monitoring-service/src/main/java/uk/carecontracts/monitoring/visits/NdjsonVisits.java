package uk.carecontracts.monitoring.visits;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.ImportContext;
import uk.carecontracts.kit.imports.ImportRow;
import uk.carecontracts.kit.imports.ImportRows;

/** VISITS_NDJSON: a JSON object a line, its members named as the columns of the CSV layout. */
@Singleton
class NdjsonVisits extends VisitFormat {
  private final ObjectMapper json;

  NdjsonVisits(VisitIntake intake, ObjectMapper json) {
    super(intake);
    this.json = json;
  }

  @Override
  public String name() {
    return "VISITS_NDJSON";
  }

  @Override
  public ImportRows<VisitReport> open(InputStream file, ImportContext context) {
    return new ReadAhead<>(new Lines(file, json));
  }

  /** The lines of a file; empty ones are passed over. */
  private static final class Lines implements Iterator<ImportRow<VisitReport>> {
    private final BufferedReader reader;
    private final ObjectMapper json;
    private long number;
    private @Nullable String line;

    Lines(InputStream file, ObjectMapper json) {
      reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
      this.json = json;
    }

    @Override
    public boolean hasNext() {
      try {
        while (line == null || line.isBlank()) {
          line = reader.readLine();
          number++;
          if (line == null) {
            return false;
          }
        }
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public ImportRow<VisitReport> next() {
      if (!hasNext() || line == null) {
        throw new NoSuchElementException();
      }
      String text = line;
      line = null;
      try {
        return ImportRow.of(number, VisitJson.read(json.readTree(text)));
      } catch (VisitFault bad) {
        return ImportRow.malformed(number, "/" + bad.field(), String.valueOf(bad.getMessage()));
      } catch (JsonProcessingException e) {
        return ImportRow.malformed(number, null, "The line is not JSON.");
      }
    }
  }
}
