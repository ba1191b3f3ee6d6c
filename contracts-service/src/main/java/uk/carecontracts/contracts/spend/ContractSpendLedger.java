package uk.carecontracts.contracts.spend;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.json.StoredJson;
import uk.carecontracts.kit.money.Money;

/** Keeps what was paid under each contract in each financial year, and tells when it changes. */
@ApplicationScoped
class ContractSpendLedger {
  static final String AGGREGATE = "contract-spend";
  private static final String RECORDED = "contract-spend.recorded.v1";

  private final Sql sql;
  private final StoredJson json;
  private final Journal journal;

  ContractSpendLedger(Sql sql, StoredJson json, Journal journal) {
    this.sql = sql;
    this.json = json;
    this.journal = journal;
  }

  /** Why an account changed. */
  record Change(String reason) {}

  private record Key(UUID contractId, String financialYear) {}

  private record Paid(
      UUID contractId, LocalDate month, BigDecimal amount, BigDecimal credits, long payments) {
    Key key() {
      return new Key(contractId, FinancialYear.of(month).label());
    }
  }

  /**
   * Compares what is held with the payments and publishes every account that changed.
   *
   * @param contracts these contracts only; null for all of the authority
   */
  void refresh(String authority, @Nullable Collection<UUID> contracts, String why) {
    Map<Key, ContractSpendState> held = held(authority, contracts);
    Map<Key, List<Paid>> paid = paid(authority, contracts);
    held.keySet().forEach(key -> paid.putIfAbsent(key, List.of()));
    List<ContractSpendState> changed = new ArrayList<>();
    paid.forEach(
        (key, months) -> {
          ContractSpendState before = held.get(key);
          ContractSpendState now = state(authority, key, months, before);
          if (before == null || !now.says(before)) {
            changed.add(now);
          }
        });
    keep(changed, why);
  }

  private static ContractSpendState state(
      String authority, Key key, List<Paid> months, @Nullable ContractSpendState before) {
    BigDecimal actual = months.stream().map(Paid::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal credits =
        months.stream().map(Paid::credits).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new ContractSpendState(
        before == null ? Ids.next() : before.id(),
        authority,
        key.contractId(),
        key.financialYear(),
        Money.gbp(actual),
        Money.gbp(credits),
        months.stream().mapToLong(Paid::payments).sum(),
        months.stream()
            .map(
                each ->
                    new ContractSpendState.Month(
                        each.month().toString().substring(0, "2024-07".length()),
                        Money.gbp(each.amount()),
                        each.payments()))
            .toList(),
        before == null ? 1 : before.version() + 1);
  }

  private Map<Key, ContractSpendState> held(
      String authority, @Nullable Collection<UUID> contracts) {
    Map<Key, ContractSpendState> held = new HashMap<>();
    sql.list(
            "select state from contract_spend where authority = ?" + only(contracts),
            row -> json.read(row.getString(1), ContractSpendState.class),
            with(contracts, authority))
        .forEach(each -> held.put(new Key(each.contractId(), each.financialYear()), each));
    return held;
  }

  private Map<Key, List<Paid>> paid(String authority, @Nullable Collection<UUID> contracts) {
    Map<Key, List<Paid>> paid = new LinkedHashMap<>();
    sql.list(
            """
            select contract_id, date_trunc('month', paid_on)::date as month, sum(amount) as amount,
              coalesce(sum(amount) filter (where amount < 0), 0) as credits, count(*) as payments
            from spend_line where authority = ? and contract_id is not null"""
                + only(contracts)
                + " group by 1, 2 order by 1, 2",
            row ->
                new Paid(
                    row.getObject("contract_id", UUID.class),
                    row.getDate("month").toLocalDate(),
                    row.getBigDecimal("amount"),
                    row.getBigDecimal("credits"),
                    row.getLong("payments")),
            with(contracts, authority))
        .forEach(each -> paid.computeIfAbsent(each.key(), key -> new ArrayList<>()).add(each));
    return paid;
  }

  private static String only(@Nullable Collection<UUID> contracts) {
    return contracts == null ? "" : " and contract_id = any (?)";
  }

  private static Object[] with(@Nullable Collection<UUID> contracts, String authority) {
    return contracts == null ? new Object[] {authority} : new Object[] {authority, contracts};
  }

  private void keep(List<ContractSpendState> changed, String why) {
    sql.batch(
        """
        insert into contract_spend (id, version, authority, contract_id, financial_year, state)
        values (?, ?, ?, ?, ?, ?::jsonb)
        on conflict (contract_id, financial_year) do update
          set version = excluded.version, state = excluded.state""",
        changed.stream()
            .map(
                each ->
                    new Object[] {
                      each.id(),
                      each.version(),
                      each.authority(),
                      each.contractId(),
                      each.financialYear(),
                      json.write(each)
                    })
            .toList());
    if (!changed.isEmpty()) {
      journal.append(
          changed.stream()
              .map(
                  each ->
                      new Entry(
                          AGGREGATE,
                          each.id(),
                          each.version(),
                          RECORDED,
                          each.authority(),
                          each,
                          new Change(why)))
              .toList());
    }
  }
}
