package uk.carecontracts.contracts.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.planning.PlanningRecords;
import uk.carecontracts.contracts.projects.Project;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.http.Cursor;

/** Needs that no contract meets today, which councils announced to suppliers. */
@ApplicationScoped
class AnnouncedNeeds {
  private static final String START = "(p.content #>> '{terms,start}')::date";
  private static final String TOTAL = "(p.content #>> '{terms,estimatedTotal,amount}')::numeric";
  private static final String CATEGORY =
      "exists (select 1 from jsonb_array_elements_text(coalesce(p.content #> '{terms,categories,cpv}', '[]')"
          + " || jsonb_build_array(coalesce(p.content #>> '{terms,categories,proclass}', ''))) k"
          + " where starts_with(k, ?))";

  private final Sql sql;
  private final PlanningRecords records;

  AnnouncedNeeds(Sql sql, PlanningRecords records) {
    this.sql = sql;
    this.records = records;
  }

  /** Those that match, by the day before the service is to begin. */
  List<Project> find(PipelineFilter filter, LocalDate today, @Nullable Cursor after, int limit) {
    Conditions conditions = conditions(filter, today);
    if (after != null) {
      conditions.all(
          "(" + START + " - 1, p.id) > (?::date, ?)", after.values().get(0), after.id(1));
    }
    return sql.list(
        "select p.content from commissioning_project p"
            + conditions.where()
            + " order by p.content #>> '{terms,start}', p.id limit ?",
        row -> records.read(row.getString("content"), Project.class),
        conditions.parameters(limit));
  }

  private static Conditions conditions(PipelineFilter filter, LocalDate today) {
    Conditions all =
        new Conditions()
            .when(true, "jsonb_typeof(p.content -> 'announcement') = 'object'")
            .when(true, "p.content ->> 'contractId' is null and p.stage <> 'CLOSED'")
            .and(START + " - 1 >= ?", filter.endsFrom(today))
            .and(START + " - 1 <= ?", filter.endTo)
            .and(
                "to_tsvector('english', concat_ws(' ', p.content #>> '{terms,title}',"
                    + " p.content #>> '{terms,description}', p.content #>> '{announcement,summary}'))"
                    + " @@ websearch_to_tsquery('english', ?)",
                PipelineConditions.blankToNull(filter.text))
            .and("p.authority = ?", filter.authority)
            .and(CATEGORY, filter.category)
            .and("p.content #>> '{terms,serviceType}' = ?", filter.serviceType)
            .and("jsonb_exists(p.content #> '{terms,clientGroups}', ?)", filter.clientGroup)
            .and("p.content #>> '{terms,area}' ilike ?", PipelineConditions.containing(filter.area))
            .and(TOTAL + " >= ?", filter.valueFrom)
            .and(TOTAL + " <= ?", filter.valueTo)
            .and(
                "exists (select 1 from jsonb_array_elements_text(p.content #> '{announcement,lots}') l"
                    + " where l ilike ?)",
                filter.lot == null ? null : PipelineConditions.pattern(filter.lot));
    PipelineConditions.band(all, filter.valueBand, TOTAL);
    return all;
  }
}
