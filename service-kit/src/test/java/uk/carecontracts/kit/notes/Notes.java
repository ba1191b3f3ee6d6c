package uk.carecontracts.kit.notes;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;

/** Notes in the database. */
@ApplicationScoped
public class Notes {
  private final DataSource database;
  private final Journal journal;

  Notes(DataSource database, Journal journal) {
    this.database = database;
    this.journal = journal;
  }

  /** Writes a new note. */
  public Note write(String authority, String title) {
    Note note = new Note(Ids.next(), authority, title, 1);
    execute(
        "insert into note (id, authority, title, version) values (?, ?, ?, 1)",
        note.id(),
        authority,
        title);
    record(note, "note.written.v1");
    return note;
  }

  /** Gives a note another title. */
  public Note retitle(UUID id, String title) {
    Note before = find(id, true);
    Note after = new Note(id, before.authority(), title, before.version() + 1);
    execute("update note set title = ?, version = ? where id = ?", title, after.version(), id);
    record(after, "note.retitled.v1");
    return after;
  }

  private void record(Note note, String type) {
    journal.append(
        new Entry(
            "note",
            note.id(),
            note.version(),
            type,
            note.authority(),
            note,
            Map.of("title", note.title())));
  }

  /** One note. */
  public Note find(UUID id, boolean lock) {
    return select("where id = ?" + (lock ? " for update" : ""), id).stream()
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("note", id));
  }

  /** Every note in reach. */
  public List<Note> all() {
    return select("order by id");
  }

  private List<Note> select(String rest, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select id, authority, title, version from note " + rest)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setObject(i + 1, parameters[i]);
      }
      List<Note> notes = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          notes.add(
              new Note(
                  row.getObject(1, UUID.class),
                  row.getString(2),
                  row.getString(3),
                  row.getLong(4)));
        }
      }
      return notes;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void execute(String sql, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
