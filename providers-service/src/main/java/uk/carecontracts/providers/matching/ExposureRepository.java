package uk.carecontracts.providers.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.money.Money;

/** The view of contracts by provider: one row for each supplier of each contract. */
@ApplicationScoped
class ExposureRepository {

  private static final String INSERT =
      """
      insert into contract_exposure (contract_id, party_id, authority, provider_id, match_id,
        version, reference, title, status, role, total_value, annual_value, currency, start_date,
        end_date, service_type, area, contract_type, ended_on)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String SELECT =
      """
      select contract_id, party_id, authority, reference, title, status, role, total_value,
        annual_value, currency, start_date, end_date, service_type, area
      from contract_exposure
      where provider_id in (select provider_family(?)) and (contract_id, party_id) > (?, ?)
      order by contract_id, party_id limit ?""";

  private final Session session;

  ExposureRepository(Session session) {
    this.session = session;
  }

  /** Makes the view show these versions of contracts; providers by party. */
  void show(List<ContractSeen> contracts, Function<ContractSeen, Map<String, UUID>> providers) {
    session.doWork(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "delete from contract_exposure where contract_id = any (?)")) {
            Object[] ids = contracts.stream().map(ContractSeen::id).toArray();
            delete.setArray(1, connection.createArrayOf("uuid", ids));
            delete.executeUpdate();
          }
          try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (ContractSeen contract : contracts) {
              insert(insert, contract, providers.apply(contract));
            }
            insert.executeBatch();
          }
        });
  }

  private static void insert(
      PreparedStatement insert, ContractSeen contract, Map<String, UUID> providers)
      throws SQLException {
    for (SuppliedParty party : contract.parties()) {
      Object[] values = {
        contract.id(),
        party.id(),
        contract.authority(),
        providers.get(party.id()),
        SupplierMatch.idOf(contract.id(), party.id()),
        contract.version(),
        contract.text("reference"),
        contract.state().path("title").asText("-"),
        contract.state().path("status").asText("DRAFT"),
        party.role(),
        contract.amount("total"),
        contract.annual(),
        contract.currency(),
        contract.date("start"),
        contract.date("end"),
        contract.text("serviceType"),
        contract.text("area"),
        contract.text("type"),
        contract.endedOn()
      };
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.addBatch();
    }
  }

  /** A match was decided by a person. */
  void assign(UUID contractId, String partyId, UUID providerId) {
    session
        .createNativeMutationQuery(
            "update contract_exposure set provider_id = :provider"
                + " where contract_id = :contract and party_id = :party")
        .setParameter("provider", providerId)
        .setParameter("contract", contractId)
        .setParameter("party", partyId)
        .executeUpdate();
  }

  /** Contracts of a provider and of every record merged into it. */
  List<ContractExposure> of(UUID provider, @Nullable Cursor from, int rows) {
    return session.doReturningWork(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, provider);
            select.setObject(2, from == null ? new UUID(0, 0) : from.id(0));
            select.setString(3, from == null ? "" : from.values().get(1));
            select.setInt(4, rows);
            List<ContractExposure> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                found.add(read(row));
              }
            }
            return found;
          }
        });
  }

  private static ContractExposure read(ResultSet row) throws SQLException {
    return new ContractExposure(
        row.getObject("contract_id", UUID.class),
        row.getString("party_id"),
        row.getString("authority"),
        row.getString("reference"),
        row.getString("title"),
        row.getString("status"),
        row.getString("role"),
        money(row.getBigDecimal("total_value"), row.getString("currency")),
        money(row.getBigDecimal("annual_value"), row.getString("currency")),
        row.getObject("start_date", LocalDate.class),
        row.getObject("end_date", LocalDate.class),
        row.getString("service_type"),
        row.getString("area"));
  }

  private static @Nullable Money money(@Nullable BigDecimal amount, @Nullable String currency) {
    return amount == null ? null : new Money(amount, currency == null ? "GBP" : currency);
  }

  /** Empties the view. */
  void clear() {
    session.createNativeMutationQuery("delete from contract_exposure").executeUpdate();
  }
}
