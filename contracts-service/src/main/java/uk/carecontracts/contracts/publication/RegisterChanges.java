package uk.carecontracts.contracts.publication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.json.StoredJson;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/**
 * The public versions of contracts and what was kept back of them or published again, in commit
 * order. Their places are fixed, so a stretch between two places that are passed never gets another
 * one.
 */
@ApplicationScoped
class RegisterChanges {
  private static final Acting PUBLISHER = Acting.system("publication");
  private static final String PUBLIC =
      " v.aggregate_type = 'contract' and v.state ->> 'status' <> 'DRAFT'"
          + " and v.type <> 'contract.variation-proposed.v1'"
          + " and not (v.state ->> 'status' = 'CANCELLED' and exists (select 1 from contract c"
          + " where c.id = v.aggregate_id and c.never_public))";

  private static final String CONTRACTS = " from journal v where" + PUBLIC + " and v.position <= ?";

  /** What is kept back of a contract, beside the version that was public then. */
  private static final String EXEMPTIONS =
      " from journal e cross join lateral (select v.state from journal v where"
          + PUBLIC
          + " and v.aggregate_id = (e.state ->> 'contractId')::uuid and v.position < e.position"
          + " order by v.aggregate_version desc limit 1) v"
          + " where e.aggregate_type = 'publication-exemption' and e.position <= ?";

  private final Sql sql;
  private final ExemptionRepository exemptions;
  private final StoredJson json;

  RegisterChanges(Sql sql, ExemptionRepository exemptions, StoredJson json) {
    this.sql = sql;
    this.exemptions = exemptions;
    this.json = json;
  }

  /** The last place given. */
  long newest() {
    return read(
        () ->
            sql.first("select coalesce(max(position), 0) as at from journal", this::place)
                .orElse(0L));
  }

  /** The last place up to here that has a public version, or 0. */
  long lastUpTo(long position, @Nullable String authority) {
    String last =
        "select greatest((select v.position"
            + CONTRACTS
            + of("v", authority)
            + " order by v.position desc limit 1), (select e.position"
            + EXEMPTIONS
            + of("e", authority)
            + " order by e.position desc limit 1), 0) as at";
    Object[] parameters = twice(parameters(authority, position));
    return read(() -> sql.first(last, this::place, parameters).orElse(0L));
  }

  /** What changed after a place and up to another one, the newest first. */
  List<RegisterChange> between(long after, long upTo, @Nullable String authority) {
    String stretch =
        "select v.event_id, v.type, v.state, v.occurred_at, v.change ->> 'reason' as reason,"
            + " v.position"
            + CONTRACTS
            + " and v.position > ?"
            + of("v", authority)
            + " union all select e.event_id, e.type, v.state, e.occurred_at, null, e.position"
            + EXEMPTIONS
            + " and e.position > ?"
            + of("e", authority)
            + " order by position desc";
    Object[] parameters = twice(parameters(authority, upTo, after));
    return read(
        () -> {
          List<RegisterChange> found = sql.list(stretch, this::change, parameters);
          Map<UUID, Map<ExemptField, Exemption>> hidden =
              exemptions.inForce(found.stream().map(each -> each.state().id()).distinct().toList());
          return found.stream()
              .map(
                  each -> redacted(each, hidden.getOrDefault(each.state().id(), Map.of()).keySet()))
              .toList();
        });
  }

  private static String of(String entry, @Nullable String authority) {
    return authority == null ? "" : " and " + entry + ".authority = ?";
  }

  private static Object[] twice(Object... parameters) {
    return Stream.concat(Stream.of(parameters), Stream.of(parameters)).toArray();
  }

  private static Object[] parameters(@Nullable String authority, Object... places) {
    return Stream.concat(Stream.of(places), Stream.ofNullable(authority)).toArray();
  }

  /** Reasons are free text: they are shown only where nothing is kept back. */
  private static RegisterChange redacted(RegisterChange change, Set<ExemptField> hidden) {
    return hidden.isEmpty()
        ? change
        : new RegisterChange(
            change.eventId(),
            change.type(),
            Redaction.apply(change.state(), hidden),
            null,
            change.at());
  }

  private long place(ResultSet row) throws SQLException {
    return row.getLong("at");
  }

  private RegisterChange change(ResultSet row) throws SQLException {
    return new RegisterChange(
        row.getObject("event_id", UUID.class),
        row.getString("type"),
        json.read(row.getString("state"), ContractState.class),
        row.getString("reason"),
        row.getTimestamp("occurred_at").toInstant());
  }

  private static <T> T read(Supplier<T> reading) {
    return Tenancy.callAs(PUBLISHER, () -> QuarkusTransaction.requiringNew().call(reading::get));
  }
}
