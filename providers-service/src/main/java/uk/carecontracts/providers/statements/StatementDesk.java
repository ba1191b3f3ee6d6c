package uk.carecontracts.providers.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;

/** Drafts, edits and publishes statements, and tells everyone. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class StatementDesk {

  private final StatementRepository statements;
  private final EditionRepository editions;
  private final StatementAssembly assembly;
  private final Journal journal;
  private final Clock clock;

  StatementDesk(
      StatementRepository statements,
      EditionRepository editions,
      StatementAssembly assembly,
      Journal journal,
      Clock clock) {
    this.statements = statements;
    this.editions = editions;
    this.assembly = assembly;
    this.journal = journal;
    this.clock = clock;
  }

  Statement draft(String authority, StatementForms.Draft form) {
    Statement fresh = Statement.draft(authority, form, assembly, Instant.now(clock));
    statements.persist(fresh);
    record(fresh, "market-position-statement.drafted.v1", Map.of());
    return fresh;
  }

  void edit(Statement statement, StatementForms.Draft form) {
    statement.write(form, assembly, Instant.now(clock));
    record(statement, "market-position-statement.edited.v1", Map.of());
  }

  Edition publish(Statement statement, String note, String by) {
    Edition edition = statement.publish(note, by, Instant.now(clock));
    editions.persist(edition);
    record(
        statement,
        "market-position-statement.published.v1",
        Map.of("changeNote", note, "by", edition.publishedBy()));
    return edition;
  }

  private void record(Statement statement, String type, Map<String, Object> change) {
    statements.flush();
    journal.append(
        new Entry(
            "market-position-statement",
            statement.id(),
            statement.version(),
            type,
            statement.authority(),
            statement.state(),
            change));
  }
}
