package uk.carecontracts.contracts.socialvalue;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import uk.carecontracts.contracts.spend.FinancialYear;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.money.Money;

/** Reads social value over all contracts of an authority. */
@ApplicationScoped
class SocialValueReportRepository {
  private static final String MEASURES =
      """
      select s ->> 'measure' as measure, s ->> 'unit' as unit, count(distinct c.id) as contracts,
        coalesce(sum((s ->> 'target')::numeric), 0) as target,
        coalesce(sum((select sum(d.quantity) from social_value_delivery d
                      where d.contract_id = c.id and d.measure = s ->> 'measure'
                        and d.withdrawn_because is null)), 0) as delivered
      from contract c cross join lateral jsonb_array_elements(c.terms -> 'socialValue') s
      where c.authority = ? and c.status in ('AWARDED', 'ACTIVE')
      group by 1, 2 order by 1, 2 nulls first""";
  private static final String SUPPLIERS =
      """
      with held as (
        select c.id, case when c.type in ('FRAMEWORK', 'DYNAMIC_MARKET') then 0
                          else coalesce(c.total_value, 0) end as value, l.sme, l.vcse,
          coalesce((select sum(s.amount) from spend_line s where s.contract_id = c.id
                      and s.status = 'MATCHED' and s.paid_on between ? and ?), 0) as spent
        from contract c
        cross join lateral (
          select bool_or((p ->> 'sme')::boolean) as sme, bool_or((p ->> 'vcse')::boolean) as vcse
          from jsonb_array_elements(c.terms -> 'parties') p where p ->> 'role' = 'LEAD_SUPPLIER') l
        where c.authority = ? and c.status in ('AWARDED', 'ACTIVE'))
      select k.kind, count(h.id) as contracts, coalesce(sum(h.value), 0) as value,
        coalesce(sum(h.spent), 0) as spent, (select coalesce(sum(spent), 0) from held) as all_spent,
        (select count(*) from held) as all_contracts, (select coalesce(sum(value), 0) from held) as all_value
      from (values ('SME', 1), ('VCSE', 2), ('NEITHER', 3), ('NOT_STATED', 4)) k(kind, place)
      left join held h on case k.kind
        when 'SME' then coalesce(h.sme, false)
        when 'VCSE' then coalesce(h.vcse, false)
        when 'NEITHER' then not coalesce(h.sme, false) and not coalesce(h.vcse, false)
                            and (h.sme is not null or h.vcse is not null)
        else h.sme is null and h.vcse is null end
      group by k.kind, k.place order by k.place""";

  private final Sql sql;

  SocialValueReportRepository(Sql sql) {
    this.sql = sql;
  }

  SocialValueReport of(String authority, LocalDate day, FinancialYear year) {
    return new SocialValueReport(
        day,
        year.label(),
        sql.list(
            MEASURES,
            row -> {
              BigDecimal target = number(row.getBigDecimal("target"));
              BigDecimal delivered = number(row.getBigDecimal("delivered"));
              return new SocialValueReport.Measure(
                  row.getString("measure"),
                  row.getString("unit"),
                  row.getLong("contracts"),
                  target,
                  delivered,
                  Progress.percent(delivered, target));
            },
            authority),
        suppliers(authority, year));
  }

  private List<SocialValueReport.Share> suppliers(String authority, FinancialYear year) {
    return sql.list(
        SUPPLIERS,
        row -> {
          BigDecimal value = number(row.getBigDecimal("value"));
          BigDecimal spent = number(row.getBigDecimal("spent"));
          return new SocialValueReport.Share(
              row.getString("kind"),
              row.getLong("contracts"),
              Progress.percent(
                  BigDecimal.valueOf(row.getLong("contracts")),
                  BigDecimal.valueOf(row.getLong("all_contracts"))),
              Money.gbp(value),
              Progress.percent(value, number(row.getBigDecimal("all_value"))),
              Money.gbp(spent),
              Progress.percent(spent, number(row.getBigDecimal("all_spent"))));
        },
        year.first(),
        year.last(),
        authority);
  }

  private static BigDecimal number(BigDecimal number) {
    BigDecimal plain = Objects.requireNonNull(number).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
