package uk.carecontracts.monitoring.contracts;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.monitoring.contracts.KnownContract.KnownParty;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/** The contracts monitoring knows of. */
@ApplicationScoped
public class KnownContracts {
  private static final String UPSERT =
      """
      insert into contract_view (contract_id, authority, reference, title, status, contract_type,
        service_type, client_groups, area, provider_id, provider_name, annual_value, total_value,
        starts_on, ends_on, version)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (contract_id) do update set authority = excluded.authority,
        reference = excluded.reference, title = excluded.title, status = excluded.status,
        contract_type = excluded.contract_type, service_type = excluded.service_type,
        client_groups = excluded.client_groups, area = excluded.area,
        provider_id = excluded.provider_id, provider_name = excluded.provider_name,
        annual_value = excluded.annual_value, total_value = excluded.total_value,
        starts_on = excluded.starts_on, ends_on = excluded.ends_on, version = excluded.version""";

  private final Sql sql;

  KnownContracts(Sql sql) {
    this.sql = sql;
  }

  /**
   * A day on which price or term changed.
   *
   * @param kind PRICE or TERM
   * @param on the day
   * @param description from what to what
   */
  public record Marker(String kind, LocalDate on, String description) {}

  /** The contract, if its events arrived and the caller may see it. */
  public Optional<KnownContract> find(UUID id) {
    List<KnownParty> parties =
        sql.list(
            "select provider_id, role, name from contract_party where contract_id = ?",
            row ->
                new KnownParty(
                    Sql.uuid(row, "provider_id"), row.getString("role"), row.getString("name")),
            id);
    return sql.first(
        "select * from contract_view where contract_id = ?", row -> read(row, parties), id);
  }

  private static KnownContract read(ResultSet row, List<KnownParty> others) throws SQLException {
    List<KnownParty> parties = new ArrayList<>();
    UUID lead = Sql.uuid(row, "provider_id");
    String name = row.getString("provider_name");
    if (name != null) {
      parties.add(new KnownParty(lead, "LEAD_SUPPLIER", name));
    }
    others.stream()
        .filter(party -> !Objects.equals(party.providerId(), lead))
        .forEach(parties::add);
    return new KnownContract(
        Objects.requireNonNull(Sql.uuid(row, "contract_id")),
        row.getString("authority"),
        row.getString("reference"),
        row.getString("title"),
        row.getString("status"),
        row.getString("contract_type"),
        row.getString("service_type"),
        Sql.texts(row, "client_groups"),
        row.getString("area"),
        parties,
        row.getBigDecimal("annual_value"),
        row.getBigDecimal("total_value"),
        Sql.day(row, "starts_on"),
        Sql.day(row, "ends_on"),
        row.getLong("version"));
  }

  /** Price and term changes, oldest first. */
  public List<Marker> markers(UUID id) {
    return sql.list(
        "select kind, occurred_on, description from contract_marker where contract_id = ?"
            + " order by occurred_on, version",
        row ->
            new Marker(
                row.getString("kind"),
                Objects.requireNonNull(Sql.day(row, "occurred_on")),
                row.getString("description")),
        id);
  }

  /**
   * Contracts on which a provider is a party, by whichever of its records, in the order of their
   * ids.
   */
  public List<UUID> ofProvider(UUID provider) {
    return sql.list(
        "select distinct contract_id from contract_party where provider_id"
            + ProviderRecords.ANY_RECORD_OF
            + " order by contract_id",
        row -> row.getObject(1, UUID.class),
        provider);
  }

  /** Takes in a contract as it is now, marking a change of price or term. */
  void putChanged(KnownContract contract, LocalDate on) {
    @Nullable KnownContract before = find(contract.id()).orElse(null);
    put(contract);
    if (before != null) {
      mark(before, contract, on);
    }
  }

  /** Takes in a contract as it is now. */
  void put(KnownContract contract) {
    sql.update(
        UPSERT,
        contract.id(),
        contract.authority(),
        contract.reference(),
        contract.title(),
        contract.status(),
        contract.type(),
        contract.serviceType(),
        contract.clientGroups(),
        contract.area(),
        contract.providerId(),
        contract.providerName(),
        contract.annualValue(),
        contract.totalValue(),
        contract.startsOn(),
        contract.endsOn(),
        contract.version());
    putParties(contract);
  }

  /** Notes the regime a contract was awarded under, where the register tells it. */
  void putRegime(UUID contract, @Nullable String regime) {
    sql.update("update contract_view set regime = ? where contract_id = ?", regime, contract);
  }

  private void putParties(KnownContract contract) {
    sql.update("delete from contract_party where contract_id = ?", contract.id());
    List<Object[]> rows = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (KnownParty party : contract.parties()) {
      UUID provider = party.providerId();
      if (provider != null && seen.add(provider)) {
        rows.add(
            new Object[] {
              contract.id(), contract.authority(), provider, party.role(), party.name()
            });
      }
    }
    sql.batch(
        "insert into contract_party (contract_id, authority, provider_id, role, name)"
            + " values (?, ?, ?, ?, ?)",
        rows);
  }

  private void mark(KnownContract before, KnownContract now, LocalDate on) {
    if (!before.active()) {
      return;
    }
    boolean sameTerm =
        Objects.equals(before.startsOn(), now.startsOn())
            && Objects.equals(before.endsOn(), now.endsOn());
    if (differ(before.totalValue(), now.totalValue())) {
      mark(now, "PRICE", on, fromTo("Total value", before.totalValue(), now.totalValue()));
    } else if (sameTerm && differ(before.annualValue(), now.annualValue())) {
      mark(now, "PRICE", on, fromTo("Annual value", before.annualValue(), now.annualValue()));
    }
    if (!Objects.equals(before.endsOn(), now.endsOn())) {
      mark(now, "TERM", on, "End from %s to %s".formatted(before.endsOn(), now.endsOn()));
    }
  }

  private static boolean differ(@Nullable BigDecimal before, @Nullable BigDecimal now) {
    return before != null && now != null && before.compareTo(now) != 0;
  }

  private static String fromTo(String what, @Nullable BigDecimal before, @Nullable BigDecimal now) {
    return "%s from £%s to £%s"
        .formatted(
            what,
            before == null ? "?" : before.toPlainString(),
            now == null ? "?" : now.toPlainString());
  }

  private void mark(KnownContract contract, String kind, LocalDate on, String description) {
    sql.update(
        "insert into contract_marker (contract_id, authority, version, kind, occurred_on,"
            + " description) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
        contract.id(),
        contract.authority(),
        contract.version(),
        kind,
        on,
        description);
  }

  /** Forgets every contract. */
  void clear() {
    sql.update("delete from contract_view");
  }
}
