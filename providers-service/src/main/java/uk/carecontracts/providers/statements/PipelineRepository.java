package uk.carecontracts.providers.statements;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;

/** Contracts that end, and what of them may be told. */
@ApplicationScoped
class PipelineRepository {

  private final Sql sql;

  PipelineRepository(Sql sql) {
    this.sql = sql;
  }

  /**
   * A contract that ends.
   *
   * @param reference its reference
   * @param title its title
   * @param serviceType code of the service
   * @param end last day
   * @param annualValue pounds a year
   * @param intention what is meant to follow
   * @param summary what suppliers are told about it
   * @param withheld fields that are exempt from publication
   */
  record Ending(
      String reference,
      String title,
      @Nullable String serviceType,
      LocalDate end,
      @Nullable BigDecimal annualValue,
      @Nullable String intention,
      @Nullable String summary,
      Set<String> withheld) {}

  /**
   * Running contracts that end within a time, by the day announced if one is, the first to end
   * first; without those that suppliers are not to see, and those whose dates are exempt from
   * publication.
   */
  List<Ending> ending(String authority, LocalDate from, LocalDate to, int most) {
    return sql.list(
        """
        select coalesce(c.reference, '–') as reference, c.title, c.service_type,
          coalesce(c.ended_on, c.end_date) as last_day, c.annual_value, p.intention, p.summary,
          array(select x.field from pipeline_exemption x where x.contract_id = c.contract_id
            and x.in_force and (x.until is null or x.until >= ?)) as withheld
        from contract_exposure c
        left join pipeline_plan p on p.contract_id = c.contract_id
        where c.authority = ? and c.status = 'ACTIVE' and c.role = 'LEAD_SUPPLIER'
          and coalesce(c.ended_on, c.end_date) between ? and ? and coalesce(c.currency, 'GBP') = 'GBP'
          and coalesce(p.published, true)
          and not exists (select 1 from pipeline_exemption x
            where x.contract_id = c.contract_id and x.field = 'DATES' and x.in_force
              and (x.until is null or x.until >= ?))
        order by last_day, c.contract_id limit ?""",
        row ->
            new Ending(
                row.getString("reference"),
                row.getString("title"),
                row.getString("service_type"),
                Objects.requireNonNull(Sql.day(row, "last_day")),
                row.getBigDecimal("annual_value"),
                row.getString("intention"),
                row.getString("summary"),
                Set.copyOf(Sql.texts(row, "withheld"))),
        from,
        authority,
        from,
        to,
        from,
        most);
  }

  void plan(
      UUID contract,
      String authority,
      @Nullable String intention,
      boolean published,
      @Nullable String summary) {
    sql.update(
        """
        insert into pipeline_plan (contract_id, authority, intention, published, summary)
        values (?, ?, ?, ?, ?)
        on conflict (contract_id) do update set intention = excluded.intention,
          published = excluded.published, summary = excluded.summary""",
        contract,
        authority,
        intention,
        published,
        summary);
  }

  void exempt(
      UUID id,
      String authority,
      UUID contract,
      String field,
      @Nullable LocalDate until,
      boolean inForce) {
    sql.update(
        """
        insert into pipeline_exemption (id, authority, contract_id, field, until, in_force)
        values (?, ?, ?, ?, ?, ?)
        on conflict (id) do update set field = excluded.field, until = excluded.until,
          in_force = excluded.in_force""",
        id,
        authority,
        contract,
        field,
        until,
        inForce);
  }

  void clear() {
    sql.update("delete from pipeline_plan");
    sql.update("delete from pipeline_exemption");
  }
}
