package uk.carecontracts.providers.market;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.locations.CareType;

/** What each ultimate owner holds of a market on a day. */
@ApplicationScoped
class ConcentrationRepository {

  /** Records merged into another count for their survivor. */
  private static final String SURVIVORS =
      """
      with recursive survivor(id, final) as (
        select id, id from provider where merged_into is null
        union all
        select p.id, s.final from provider p join survivor s on p.merged_into = s.id
      ), owner as (
        select s.id, coalesce(nullif(p.ultimate_owner, ''), p.legal_name) as name
        from survivor s join provider p on p.id = s.final
      )
      """;

  private static final String HOMES =
      SURVIVORS
          + """
      select coalesce(o.name, 'Unknown provider') as owner, %s as amount,
        array_agg(l.id::text order by l.id) as counted
      from location l left join owner o on o.id = l.provider_id
      where (?::text is null or l.area = ?)
        and l.care_type = any (?) and (?::text is null or l.care_type = ?)
        and (l.opened_until is null or l.opened_until <= ?)
        and (l.closed_until is null or l.closed_until > ?)
      group by 1 having %s > 0""";

  private static final String VALUE =
      SURVIVORS
          + """
      select o.name as owner, sum(e.annual_value) as amount,
        array_agg(distinct e.contract_id::text) as counted
      from contract_exposure e join owner o on o.id = e.provider_id
      where (?::text is null or e.area = ?) and (?::text is null or e.service_type = ?)
        and e.role = 'LEAD_SUPPLIER' and e.currency = 'GBP' and e.annual_value > 0
        and coalesce(e.contract_type, '') not in ('FRAMEWORK', 'DYNAMIC_MARKET')
        and e.status in ('ACTIVE', 'EXPIRED', 'TERMINATED', 'DECOMMISSIONED')
        and e.start_date <= ? and coalesce(e.ended_on, e.end_date, 'infinity') >= ?
      group by 1""";

  private final Session session;

  ConcentrationRepository(Session session) {
    this.session = session;
  }

  List<Concentration.Holding> homes(
      boolean beds, @Nullable String area, @Nullable CareType type, LocalDate day) {
    String amount = beds ? "coalesce(sum(l.beds), 0)" : "count(*)";
    String typeCode = type == null ? null : type.name();
    String[] kinds =
        Arrays.stream(CareType.values())
            .filter(CareType::home)
            .map(Enum::name)
            .toArray(String[]::new);
    return select(HOMES.formatted(amount, amount), area, area, kinds, typeCode, typeCode, day, day);
  }

  List<Concentration.Holding> value(
      @Nullable String area, @Nullable String serviceType, LocalDate day) {
    return select(VALUE, area, area, serviceType, serviceType, day, day);
  }

  private List<Concentration.Holding> select(String sql, @Nullable Object... values) {
    return session.doReturningWork(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
              if (values[i] instanceof String[] texts) {
                select.setArray(i + 1, connection.createArrayOf("text", texts));
              } else {
                select.setObject(i + 1, values[i]);
              }
            }
            List<Concentration.Holding> holdings = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                holdings.add(
                    new Concentration.Holding(
                        row.getString("owner"),
                        row.getBigDecimal("amount"),
                        List.of((String[]) row.getArray("counted").getArray())));
              }
            }
            return holdings;
          }
        });
  }
}
