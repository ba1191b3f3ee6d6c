package uk.carecontracts.contracts.projects;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.planning.PlanningRecords;
import uk.carecontracts.contracts.planning.RecordKind;

/** Keeps commissioning projects. */
@ApplicationScoped
public class Projects {
  private static final RecordKind KIND = RecordKind.COMMISSIONING_PROJECT;

  private final PlanningRecords records;
  private final List<Template> templates;
  private final Clock clock;

  Projects(PlanningRecords records, ObjectMapper json, Clock clock) {
    this.records = records;
    this.templates = templates(json);
    this.clock = clock;
  }

  private static List<Template> templates(ObjectMapper json) {
    try (InputStream in =
        Objects.requireNonNull(Projects.class.getResourceAsStream("/projects/templates.json"))) {
      return json.readValue(in, new TypeReference<List<Template>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("The checklists of projects cannot be read", e);
    }
  }

  /** The checklists, past and present. */
  List<Template> templates() {
    return templates;
  }

  /** Opens a project of an authority. */
  public Project open(String authority, ProjectTerms terms, @Nullable UUID opportunityId) {
    terms.requireTerm();
    LocalDate today = LocalDate.now(clock);
    Template template =
        templates.stream().filter(each -> each.holdsOn(today)).findFirst().orElseThrow();
    Project project = Project.open(authority, terms, opportunityId, template, today);
    return records.keep(KIND, project, "commissioning-project.opened.v1", terms.title());
  }

  /** A project of the caller's authority; 404 when it is none. */
  public Project require(UUID id) {
    return records.require(KIND, Project.class, id);
  }

  /** Changes a project. */
  Project change(
      UUID id,
      LongConsumer check,
      String event,
      @Nullable String why,
      UnaryOperator<Project> verb) {
    Project held = require(id);
    check.accept(held.version());
    return records.keep(KIND, verb.apply(held), event, why);
  }

  /** Projects of an authority, newest first, older than one when it is given. */
  public List<Project> list(
      String authority, @Nullable Stage stage, @Nullable UUID before, int limit) {
    return records.select(
        KIND,
        Project.class,
        "authority = ? and (?::text is null or stage = ?) and (?::uuid is null or id < ?)"
            + " order by id desc limit ?",
        authority,
        stage,
        stage,
        before,
        before,
        limit);
  }

  /** Projects of an authority in which something was decided between two days. */
  List<Project> decidedIn(String authority, LocalDate from, LocalDate to) {
    return records.select(
        KIND,
        Project.class,
        "authority = ? and jsonb_path_exists(content, '$.decisions[*] ? (@.on >= $from && @.on <= $to)',"
            + " jsonb_build_object('from', ?::text, 'to', ?::text)) order by id",
        authority,
        from.toString(),
        to.toString());
  }
}
