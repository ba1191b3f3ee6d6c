package uk.carecontracts.contracts.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;

/** What is kept back from publication. */
@ApplicationScoped
class ExemptionRepository {
  private static final String SELECT =
      """
      select e.*, g.title as ground_title, g.statute from publication_exemption e
        join exemption_ground g on g.code = e.ground""";

  private final Sql sql;

  ExemptionRepository(Sql sql) {
    this.sql = sql;
  }

  /** A ground in law. */
  record Ground(String code, String title, String statute, LocalDate validFrom, String source) {}

  /** The grounds that hold on a day. */
  List<Ground> grounds(LocalDate day) {
    return sql.list(
        "select * from exemption_ground where valid_from <= ?"
            + " and (valid_to is null or valid_to >= ?) order by code",
        row ->
            new Ground(
                row.getString("code"),
                row.getString("title"),
                row.getString("statute"),
                row.getDate("valid_from").toLocalDate(),
                row.getString("source")),
        day,
        day);
  }

  /** What is kept back of contracts, by contract and field. */
  Map<UUID, Map<ExemptField, Exemption>> inForce(Collection<UUID> contracts) {
    Map<UUID, Map<ExemptField, Exemption>> found = new HashMap<>();
    if (!contracts.isEmpty()) {
      sql.list(
              SELECT + " where e.contract_id = any (?) and e.status = 'IN_FORCE'",
              ExemptionRepository::read,
              contracts)
          .forEach(
              each ->
                  found
                      .computeIfAbsent(each.contractId(), id -> new EnumMap<>(ExemptField.class))
                      .put(each.field(), each));
    }
    return found;
  }

  /** Everything ever kept back of a contract, the latest decision first. */
  List<Exemption> of(UUID contract) {
    return sql.list(
        SELECT + " where e.contract_id = ? order by e.id desc",
        ExemptionRepository::read,
        contract);
  }

  /** One exemption of a contract. */
  Optional<Exemption> find(UUID contract, UUID id) {
    return sql.first(
        SELECT + " where e.contract_id = ? and e.id = ? for update of e",
        ExemptionRepository::read,
        contract,
        id);
  }

  /** Exemptions whose last day has passed. */
  List<Exemption> over(LocalDate today, int limit) {
    return sql.list(
        SELECT + " where e.status = 'IN_FORCE' and e.until < ? order by e.until limit ?",
        ExemptionRepository::read,
        today,
        limit);
  }

  /** Holds a new exemption. */
  void add(Exemption exemption) {
    sql.update(
        """
        insert into publication_exemption (id, version, authority, contract_id, field, ground,
          reason, until, status, decided_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        exemption.id(),
        exemption.version(),
        exemption.authority(),
        exemption.contractId(),
        exemption.field(),
        exemption.ground(),
        exemption.reason(),
        exemption.until(),
        exemption.status(),
        exemption.decidedAt());
  }

  /** Ends an exemption. */
  void end(UUID id, Exemption.Status status, String why) {
    sql.update(
        "update publication_exemption set status = ?, end_reason = ?, version = version + 1"
            + " where id = ?",
        status,
        why,
        id);
  }

  private static Exemption read(ResultSet row) throws SQLException {
    return new Exemption(
        row.getObject("id", UUID.class),
        row.getString("authority"),
        row.getObject("contract_id", UUID.class),
        ExemptField.valueOf(row.getString("field")),
        row.getString("ground"),
        row.getString("ground_title"),
        row.getString("statute"),
        row.getString("reason"),
        Sql.day(row, "until"),
        Exemption.Status.valueOf(row.getString("status")),
        row.getString("end_reason"),
        row.getTimestamp("decided_at").toInstant(),
        row.getLong("version"));
  }
}
