package uk.carecontracts.contracts.duties;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.json.StoredJson;

/** Duties of contracts, and what was done about them. */
@ApplicationScoped
class DutyRepository {
  private static final String INSERT =
      """
      insert into duty (id, authority, contract_id, change_id, code, occurrence, regime, notice, name,
        due_on, applicable, reason, source, met_by, reference, title)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
  private static final String SELECT =
      """
      select * from (
        select d.*, m.done_on, m.link, m.note, coalesce(m.lock_version + 1, 0) as version,
          case when not d.applicable then 'NOT_APPLICABLE'
               when m.done_on is not null or d.met_by is not null then 'DONE'
               when d.due_on < ? then 'LATE' else 'DUE' end as status
        from duty d left join duty_mark m on m.id = d.id) d""";
  private static final String ORDER = "coalesce(d.due_on, 'infinity')";

  private final Sql sql;
  private final StoredJson json;
  private final Clock clock;

  DutyRepository(Sql sql, StoredJson json, Clock clock) {
    this.sql = sql;
    this.json = json;
    this.clock = clock;
  }

  /** What the clock must know beside the state: when it was entered and tendered. */
  ContractFacts facts(ContractState state) {
    return sql.first(
            """
            select
              (select (occurred_at at time zone 'Europe/London')::date from journal
                where aggregate_type = 'contract' and aggregate_id = ?
                order by aggregate_version limit 1) as entered,
              (select (min(occurred_at) at time zone 'Europe/London')::date from journal
                where type = 'contract.tender-published.v1' and aggregate_id = ?) as tendered""",
            row -> {
              LocalDate entered = Sql.day(row, "entered");
              return new ContractFacts(
                  state,
                  entered == null ? LocalDate.now(clock) : entered,
                  Sql.day(row, "tendered"));
            },
            state.id(),
            state.id())
        .orElseThrow();
  }

  /** A contract as it stands. */
  Optional<ContractState> contract(UUID id) {
    return sql.first(
            """
            select state from journal where aggregate_type = 'contract' and aggregate_id = ?
            order by aggregate_version desc limit 1""",
            row -> row.getString("state"),
            id)
        .map(text -> json.read(text, ContractState.class));
  }

  /** The breaches and failures to improve of a contract that stand. */
  List<FailureFacts> failures(UUID contractId) {
    return sql
        .list(
            "select id, content from performance_failure where contract_id = ? order by id",
            row ->
                FailureFacts.of(
                    row.getObject("id", UUID.class),
                    json.read(row.getString("content"), JsonNode.class)),
            contractId)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Puts the duties of a contract, or of one change of it, in the place of those held. */
  void replace(ContractState contract, @Nullable UUID change, List<Duty> found) {
    sql.update(
        "delete from duty where contract_id = ? and change_id is not distinct from ?::uuid",
        contract.id(),
        change == null ? null : change.toString());
    sql.batch(INSERT, found.stream().map(duty -> row(contract, duty)).toList());
  }

  /** What followed from changes, failures and payments is called as its contract is called now. */
  void rename(ContractState contract) {
    sql.update(
        """
        update duty set reference = ?, title = ?
        where contract_id = ? and change_id is not null and (reference, title) <> (?, ?)""",
        contract.reference(),
        contract.title(),
        contract.id(),
        contract.reference(),
        contract.title());
  }

  private static Object[] row(ContractState contract, Duty duty) {
    return new @Nullable Object[] {
      duty.id(),
      contract.authority(),
      contract.id(),
      duty.changeId(),
      duty.rule().code(),
      duty.occurrence(),
      duty.rule().regime().name(),
      duty.rule().notice(),
      duty.rule().name(),
      duty.dueOn(),
      duty.applicable(),
      duty.reason(),
      duty.rule().source(),
      duty.metBy(),
      contract.reference(),
      contract.title()
    };
  }

  /** Forgets what follows from events; what authorities owe by themselves does not. */
  void clear() {
    sql.update("delete from duty where contract_id is not null");
  }

  /** Duties that match, by their days. */
  List<DutyView> search(String authority, DutyFilter filter, @Nullable Cursor after, int limit) {
    Conditions conditions =
        new Conditions()
            .and("d.authority = ?", authority)
            .and("d.status = ?", filter.status)
            .when(
                filter.status == null && filter.contractId == null, "d.status <> 'NOT_APPLICABLE'")
            .and("d.contract_id = ?", filter.contractId)
            .and("d.code = ?", filter.code)
            .and("d.regime = ?", filter.regime)
            .and("d.due_on >= ?", filter.dueFrom)
            .and("d.due_on <= ?", filter.dueTo);
    if (after != null) {
      conditions.all(
          "(" + ORDER + ", d.id) > (?::date, ?::uuid)",
          after.values().get(0),
          after.values().get(1));
    }
    return sql.list(
        SELECT + conditions.where() + " order by " + ORDER + ", d.id limit ?",
        DutyRepository::read,
        Conditions.before(LocalDate.now(clock), conditions.parameters(limit)));
  }

  /** One duty. */
  Optional<DutyView> find(UUID id) {
    return sql.first(SELECT + " where d.id = ?", DutyRepository::read, LocalDate.now(clock), id);
  }

  /** How many duties are late, of every authority in reach. */
  long late() {
    return sql.first(
            """
            select count(*) as late from duty d left join duty_mark m on m.id = d.id
            where d.applicable and d.met_by is null and d.due_on < ? and m.done_on is null""",
            row -> row.getLong("late"),
            LocalDate.now(clock))
        .orElse(0L);
  }

  private static DutyView read(ResultSet row) throws SQLException {
    LocalDate due = Sql.day(row, "due_on");
    LocalDate done = Sql.day(row, "done_on");
    String link = row.getString("link");
    return new DutyView(
        row.getObject("id", UUID.class),
        row.getString("authority"),
        row.getObject("contract_id", UUID.class),
        row.getString("reference"),
        row.getString("title"),
        row.getString("code"),
        row.getString("notice"),
        row.getString("name"),
        row.getString("regime"),
        row.getString("occurrence"),
        DutyStatus.valueOf(row.getString("status")),
        due,
        done,
        (due == null || done == null) ? null : done.isAfter(due),
        link == null ? row.getString("met_by") : link,
        row.getString("note"),
        row.getString("reason"),
        row.getString("source"),
        row.getLong("version"));
  }
}
