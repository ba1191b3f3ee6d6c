package uk.carecontracts.kit.notes;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.carecontracts.kit.imports.ImportContext;
import uk.carecontracts.kit.imports.ImportFileException;
import uk.carecontracts.kit.imports.ImportFormat;
import uk.carecontracts.kit.imports.ImportRow;
import uk.carecontracts.kit.imports.ImportRows;
import uk.carecontracts.kit.imports.RowOutcome;

/** A title a line. */
@ApplicationScoped
public class NoteLines implements ImportFormat<String> {
  private final Notes notes;

  NoteLines(Notes notes) {
    this.notes = notes;
  }

  @Override
  public String collection() {
    return "note-imports";
  }

  @Override
  public String name() {
    return "LINES";
  }

  @Override
  public int batchSize() {
    return 10;
  }

  @Override
  public ImportRows<String> open(InputStream file, ImportContext context) {
    try {
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
      List<ImportRow<String>> rows = new ArrayList<>();
      String line = reader.readLine();
      if (!"TITLES".equals(line)) {
        throw new ImportFileException("The first line must be TITLES.");
      }
      for (int no = 2; (line = reader.readLine()) != null; no++) {
        rows.add(
            line.isBlank()
                ? ImportRow.malformed(no, "/title", "A title is needed.")
                : ImportRow.of(no, line));
      }
      return ImportRows.of(rows);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<RowOutcome> apply(List<String> rows, ImportContext context) {
    Set<String> held = notes.all().stream().map(Note::title).collect(Collectors.toSet());
    List<RowOutcome> outcomes = new ArrayList<>();
    for (String title : rows) {
      if (title.equals("boom")) {
        throw new IllegalArgumentException("boom");
      }
      if (title.equals("slow")) {
        pause();
      }
      if (held.contains(title)) {
        outcomes.add(RowOutcome.UNCHANGED);
      } else {
        notes.write(context.authority(), title);
        held.add(title);
        outcomes.add(RowOutcome.CREATED);
      }
    }
    return outcomes;
  }

  private static void pause() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
