package uk.carecontracts.contracts.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.json.StoredJson;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.time.Clocks;

/**
 * The register as it stood at the end of a day, read from the journal: of each contract the last
 * version of that day or before. What contracts did not know of themselves then, such as their
 * risk, cannot be asked for; the order is that of entry.
 */
@ApplicationScoped
public class RegisterAsOf {
  private static final String STOOD =
      """
      select v.state, c.id
      from contract c
      cross join lateral (
        select j.state from journal j
        where j.aggregate_id = c.id and j.aggregate_type = 'contract' and j.occurred_at < ?
        order by j.aggregate_version desc limit 1) v""";
  private static final String PARTIES = "jsonb_array_elements(v.state -> 'parties') p";

  private final Sql sql;
  private final StoredJson json;

  RegisterAsOf(Sql sql, StoredJson json) {
    this.sql = sql;
    this.json = json;
  }

  /** The contracts that matched on a day, newest entry first unless sorted by created. */
  List<ContractRow> search(
      ContractFilter filter, LocalDate day, @Nullable Cursor after, int limit) {
    refuseWhatWasNotKnown(filter);
    boolean oldestFirst = "created".equals(filter.sort);
    Conditions conditions = conditions(filter);
    if (after != null) {
      conditions.and(oldestFirst ? "c.id > ?" : "c.id < ?", after.id(1));
    }
    Instant end = day.plusDays(1).atStartOfDay(Clocks.LONDON).toInstant();
    return sql.list(
        STOOD + conditions.where() + " order by c.id" + (oldestFirst ? "" : " desc") + " limit ?",
        row ->
            new ContractRow(
                json.read(row.getString("state"), ContractState.class), null, row.getString("id")),
        Conditions.before(end, conditions.parameters(limit)));
  }

  /** Refuses filters and orders that the register of a past day does not know. */
  static void refuseWhatWasNotKnown(ContractFilter filter) {
    if (filter.flagged != null) {
      throw ProblemException.badRequest(
          "flagged", "Risk is known as it is today only; leave flagged out with asOf.");
    }
    if (filter.sort != null && !filter.sort.equals("created") && !filter.sort.equals("-created")) {
      throw ProblemException.badRequest(
          "sort", "With asOf the order is that of entry: created or -created.");
    }
  }

  private static Conditions conditions(ContractFilter filter) {
    return new Conditions()
        .and("c.authority = ?", filter.authority)
        .and(
            "concat_ws(' ', v.state ->> 'title', v.state ->> 'reference', v.state ->> 'description',"
                + " v.state ->> 'buyerName', v.state ->> 'parties') ilike ?",
            containing(filter.text))
        .and("v.state ->> 'serviceType' = ?", filter.serviceType)
        .and("v.state ->> 'area' ilike ?", containing(filter.area))
        .and("jsonb_exists(v.state -> 'clientGroups', ?)", filter.clientGroup)
        .and("v.state ->> 'type' = any (?)", names(filter.types))
        .and("v.state ->> 'status' = any (?)", names(filter.statuses))
        .and(
            "exists (select 1 from " + PARTIES + " where p ->> 'name' ilike ?)",
            containing(filter.provider))
        .and(
            "exists (select 1 from " + PARTIES + " where p ->> 'providerId' = ?)",
            filter.providerId == null ? null : filter.providerId.toString())
        .and(
            "exists (select 1 from jsonb_array_elements_text("
                + "coalesce(v.state #> '{categories,cpv}', '[]')"
                + " || coalesce(v.state #> '{categories,proclass}', '[]')) k"
                + " where starts_with(k, ?))",
            filter.category)
        .and("(v.state #>> '{values,total,amount}')::numeric >= ?", filter.valueFrom)
        .and("(v.state #>> '{values,total,amount}')::numeric <= ?", filter.valueTo)
        .and("(v.state #>> '{dates,start}')::date >= ?", filter.startFrom)
        .and("(v.state #>> '{dates,start}')::date <= ?", filter.startTo)
        .and("(v.state #>> '{dates,end}')::date >= ?", filter.endFrom)
        .and("(v.state #>> '{dates,end}')::date <= ?", filter.endTo)
        .and(
            "v.state ->> 'status' = 'ACTIVE' and (v.state #>> '{dates,end}')::date < ?",
            filter.expiringBefore);
  }

  private static @Nullable List<String> names(@Nullable List<? extends Enum<?>> values) {
    return values == null || values.isEmpty()
        ? null
        : values.stream().<String>map(Enum::name).toList();
  }

  private static @Nullable String containing(@Nullable String part) {
    return part == null || part.isBlank()
        ? null
        : "%" + part.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
