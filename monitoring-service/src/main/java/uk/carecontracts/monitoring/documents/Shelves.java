package uk.carecontracts.monitoring.documents;

import jakarta.enterprise.context.ApplicationScoped;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.json.StoredJson;

/** Where aggregates are kept as documents, a shelf for each kind. */
@ApplicationScoped
public class Shelves {
  private final Sql sql;
  private final StoredJson json;
  private final Journal journal;

  Shelves(Sql sql, StoredJson json, Journal journal) {
    this.sql = sql;
    this.json = json;
    this.journal = journal;
  }

  /**
   * The shelf of a kind.
   *
   * @param type aggregate type in the journal and in events
   * @param table with id, authority, version and state
   * @param form the record
   */
  public <S extends Aggregate> Shelf<S> of(String type, String table, Class<S> form) {
    return new Shelf<>(sql, json, journal, type, table, form);
  }
}
