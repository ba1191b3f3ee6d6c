package uk.carecontracts.monitoring.dataquality;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/** Reads how good returns are, from view return_quality. */
@ApplicationScoped
public class DataQuality {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Sql sql;
  private final Clock clock;

  DataQuality(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Contracts with the quality of their returns, by id. */
  List<ContractQuality> contracts(
      @Nullable UUID contract, @Nullable UUID provider, @Nullable UUID after, int rows) {
    Conditions conditions =
        due()
            .and("contract_id = ?", contract)
            .and("provider_id" + ProviderRecords.ANY_RECORD_OF, provider)
            .and("contract_id > ?", after);
    return sql.list(
        "select contract_id, contract_reference, provider_name, count(*) as due,"
            + " count(submitted_at) as came, avg(completeness) as completeness,"
            + " avg(timeliness) as timeliness, avg(validity) as validity,"
            + " avg(consistency) as consistency, sum(minutes_spent) as minutes"
            + " from return_quality"
            + conditions.where()
            + " group by contract_id, contract_reference, provider_name"
            + " order by contract_id limit ?",
        DataQuality::contract,
        conditions.parameters(rows));
  }

  /** The quality of a contract's returns, once one was due. */
  public Optional<ContractQuality> of(UUID contract) {
    return contracts(contract, null, null, 1).stream().findFirst();
  }

  /** The returns of a contract with their quality, oldest first. */
  List<ReturnQuality> returns(UUID contract) {
    Conditions conditions = due().and("contract_id = ?", contract);
    return sql.list(
        "select * from return_quality" + conditions.where() + " order by period_start limit 500",
        DataQuality::one,
        conditions.parameters());
  }

  private Conditions due() {
    return new Conditions().all("(due_on < ? or submitted_at is not null)", LocalDate.now(clock));
  }

  private static ContractQuality contract(ResultSet row) throws SQLException {
    BigDecimal completeness = percent(row, "completeness");
    BigDecimal timeliness = percent(row, "timeliness");
    BigDecimal validity = percent(row, "validity");
    BigDecimal consistency = percent(row, "consistency");
    return new ContractQuality(
        Objects.requireNonNull(Sql.uuid(row, "contract_id")),
        row.getString("contract_reference"),
        row.getString("provider_name"),
        row.getInt("due"),
        row.getInt("came"),
        completeness,
        timeliness,
        validity,
        consistency,
        overall(completeness, timeliness, validity, consistency),
        "(%s + %s + %s + %s) ÷ 4".formatted(completeness, timeliness, validity, consistency),
        row.getInt("minutes"));
  }

  private static ReturnQuality one(ResultSet row) throws SQLException {
    return new ReturnQuality(
        Sql.uuid(row, "return_id"),
        Objects.requireNonNull(Sql.day(row, "period_start")),
        Objects.requireNonNull(Sql.day(row, "period_end")),
        Objects.requireNonNull(Sql.day(row, "due_on")),
        row.getInt("asked"),
        row.getInt("given"),
        percent(row, "completeness"),
        percent(row, "timeliness"),
        percent(row, "validity"),
        percent(row, "consistency"),
        overall(
            percent(row, "completeness"),
            percent(row, "timeliness"),
            percent(row, "validity"),
            percent(row, "consistency")),
        row.getInt("minutes_spent"),
        row.getString("submitted_by"));
  }

  private static BigDecimal overall(
      BigDecimal completeness, BigDecimal timeliness, BigDecimal validity, BigDecimal consistency) {
    return completeness
        .add(timeliness)
        .add(validity)
        .add(consistency)
        .divide(BigDecimal.valueOf(4), 2, RoundingMode.HALF_UP);
  }

  private static BigDecimal percent(ResultSet row, String column) throws SQLException {
    return row.getBigDecimal(column).multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP);
  }
}
