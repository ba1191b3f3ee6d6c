package uk.carecontracts.contracts.lengths;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;

/** Analyses in PostgreSQL, and the factors that are often met. */
@ApplicationScoped
class LengthAnalysisRepository implements PanacheRepositoryBase<LengthAnalysis, UUID> {
  private final Sql sql;

  LengthAnalysisRepository(Sql sql) {
    this.sql = sql;
  }

  /** Of one contract, newest first. */
  List<LengthAnalysis> of(UUID contractId) {
    return list("contractId = ?1 order by id desc", contractId);
  }

  /** The factors known on a day. */
  List<KnownFactor> known(LocalDate day) {
    return sql.list(
        """
        select code, direction, name, source from contract_length_factor
        where valid_from <= ? and (valid_to is null or valid_to >= ?) order by direction, code""",
        row ->
            new KnownFactor(
                row.getString("code"),
                Direction.valueOf(row.getString("direction")),
                row.getString("name"),
                row.getString("source")),
        day,
        day);
  }
}
