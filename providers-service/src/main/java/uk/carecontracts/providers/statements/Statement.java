package uk.carecontracts.providers.statements;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.time.Clocks;

/** A market position statement that is worked on, and published edition by edition. */
@Entity
@Table(name = "market_statement")
class Statement {

  @Id private UUID id;
  @Version private long version;
  private String authority;
  private int edition;

  @JdbcTypeCode(SqlTypes.JSON)
  private Draft content;

  @Column(name = "edited_by")
  private String editedBy;

  @Column(name = "edited_at")
  private Instant editedAt;

  /** The draft as one stored value. */
  record Draft(List<UUID> forecasts, StatementContent says) {}

  /** For the persistence provider. */
  @SuppressWarnings("NullAway")
  protected Statement() {}

  static Statement draft(
      String authority, StatementForms.Draft form, StatementAssembly assembly, Instant now) {
    Statement fresh = new Statement();
    fresh.id = Ids.next();
    fresh.version = 1;
    fresh.authority = authority;
    fresh.write(form, assembly, now);
    return fresh;
  }

  /** Takes over what officers write, with figures assembled anew. */
  final void write(StatementForms.Draft form, StatementAssembly assembly, Instant now) {
    refuseBroken(form, assembly);
    List<UUID> forecasts = form.forecasts() == null ? List.of() : form.forecasts();
    content = new Draft(forecasts.stream().distinct().toList(), assembly.assemble(authority, form));
    editedBy = assembly.officer();
    editedAt = now;
  }

  private static void refuseBroken(StatementForms.Draft form, StatementAssembly assembly) {
    List<Violation> breaches = new ArrayList<>();
    List<String> unknown = assembly.unknown(form.areas());
    for (int i = 0; i < form.areas().size(); i++) {
      if (unknown.contains(form.areas().get(i))) {
        breaches.add(
            new Violation(
                "/areas/" + i,
                form.areas().get(i)
                    + " is no council on record, and no home, cohort, placement or agreement is in"
                    + " it. GET /v1/authorities has the councils' codes."));
      }
    }
    if (form.to().isBefore(form.from())) {
      breaches.add(new Violation("/to", "The last day lies before the first."));
    }
    Set<SectionCode> seen = new HashSet<>();
    List<StatementForms.SectionText> sections =
        form.sections() == null ? List.of() : form.sections();
    for (int i = 0; i < sections.size(); i++) {
      if (!seen.add(sections.get(i).code())) {
        breaches.add(
            new Violation(
                "/sections/" + i + "/code", sections.get(i).code() + " is written twice."));
      }
    }
    if (!breaches.isEmpty()) {
      throw new RuleViolation("STATEMENT_BROKEN", breaches);
    }
  }

  /**
   * Makes the next edition; a statement that leaves a section silent, or whose figures are not of
   * the day, is not published.
   */
  Edition publish(String note, String by, Instant now) {
    List<Violation> breaches = new ArrayList<>();
    StatementContent says = content.says();
    if (says.summary().isBlank()) {
      breaches.add(new Violation("/summary", "A statement needs its message in a few sentences."));
    }
    if (says.contact().isBlank()) {
      breaches.add(new Violation("/contact", "Say whom providers turn to."));
    }
    if (says.intentions().isEmpty()) {
      breaches.add(new Violation("/intentions", "Providers need to know what is intended."));
    }
    for (StatementContent.Section section : says.sections()) {
      if (section.text().isBlank()) {
        breaches.add(
            new Violation("/sections", section.code() + " has figures only: say what they mean."));
      }
    }
    if (!breaches.isEmpty()) {
      throw new RuleViolation("STATEMENT_INCOMPLETE", breaches);
    }
    if (says.dataAsOf().isBefore(now.atZone(Clocks.LONDON).toLocalDate())) {
      throw new RuleViolation(
          "STATEMENT_STALE",
          "The figures are of "
              + Days.shown(says.dataAsOf())
              + ": save the draft again, so that nothing is published that may not be any more.");
    }
    edition++;
    editedBy = by;
    editedAt = now;
    return new Edition(new Edition.Key(id, edition), authority, says, note, by, now);
  }

  StatementState state() {
    return new StatementState(
        id, authority, edition, content.forecasts(), content.says(), editedBy, editedAt, version);
  }

  UUID id() {
    return id;
  }

  String authority() {
    return authority;
  }

  long version() {
    return version;
  }
}
