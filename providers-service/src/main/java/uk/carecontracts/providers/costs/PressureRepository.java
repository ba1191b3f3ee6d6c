package uk.carecontracts.providers.costs;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Contracts that run on a day, and which record speaks for each provider. */
@ApplicationScoped
class PressureRepository {

  private static final String SURVIVORS =
      """
      with recursive survivor(id, final) as (
        select id, id from provider where merged_into is null
        union all
        select p.id, s.final from provider p join survivor s on p.merged_into = s.id
      )
      """;

  private static final String CONTRACTS =
      SURVIVORS
          + """
      select e.contract_id, e.reference, e.title, e.service_type, e.annual_value, e.currency,
        s.final as provider_id, p.legal_name
      from contract_exposure e
      left join survivor s on s.id = e.provider_id
      left join provider p on p.id = s.final
      where e.authority = ? and e.role = 'LEAD_SUPPLIER'
        and coalesce(e.contract_type, '') not in ('FRAMEWORK', 'DYNAMIC_MARKET')
        and e.status in ('ACTIVE', 'EXPIRED', 'TERMINATED', 'DECOMMISSIONED')
        and e.start_date <= ? and coalesce(e.ended_on, e.end_date, 'infinity') >= ?
        and (?::text is null or e.service_type = ?) and (?::uuid is null or s.final = ?)
      order by e.contract_id""";

  private static final String SPEAKERS =
      SURVIVORS
          + """
      select s.id, s.final, p.legal_name from survivor s join provider p on p.id = s.final
      where s.id = any (?)""";

  private final Session session;

  PressureRepository(Session session) {
    this.session = session;
  }

  /** A running contract with the provider that speaks for its lead supplier. */
  record Running(
      UUID contractId,
      @Nullable String reference,
      String title,
      @Nullable String serviceType,
      @Nullable BigDecimal annualValue,
      @Nullable UUID providerId,
      @Nullable String provider) {}

  /** Which record speaks for a provider. */
  record Speaker(UUID id, UUID survivor, String name) {}

  List<Running> running(
      String authority, LocalDate day, @Nullable String serviceType, @Nullable UUID provider) {
    return session.doReturningWork(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(CONTRACTS)) {
            select.setString(1, authority);
            select.setObject(2, day);
            select.setObject(3, day);
            select.setString(4, serviceType);
            select.setString(5, serviceType);
            select.setObject(6, provider);
            select.setObject(7, provider);
            List<Running> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                rows.add(read(row));
              }
            }
            return rows;
          }
        });
  }

  /** Values in other currencies are not reckoned with. */
  private static Running read(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    boolean pounds = currency == null || currency.equals("GBP");
    return new Running(
        row.getObject("contract_id", UUID.class),
        row.getString("reference"),
        row.getString("title"),
        row.getString("service_type"),
        pounds ? row.getBigDecimal("annual_value") : null,
        row.getObject("provider_id", UUID.class),
        row.getString("legal_name"));
  }

  List<Speaker> speakers(List<UUID> providers) {
    return session.doReturningWork(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(SPEAKERS)) {
            select.setArray(1, connection.createArrayOf("uuid", providers.toArray()));
            List<Speaker> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                rows.add(
                    new Speaker(
                        row.getObject("id", UUID.class),
                        row.getObject("final", UUID.class),
                        row.getString("legal_name")));
              }
            }
            return rows;
          }
        });
  }
}
