package uk.carecontracts.contracts.spend;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.spend.PaymentMatch.Candidate;
import uk.carecontracts.kit.database.Sql;

/** Finds the contract of payments, when they come in and again when contracts or links change. */
@ApplicationScoped
class SpendMatcher {
  private final Sql sql;
  private final SpendSupplierRepository suppliers;
  private final SpendRules rules;
  private final ContractSpendLedger ledger;

  SpendMatcher(
      Sql sql, SpendSupplierRepository suppliers, SpendRules rules, ContractSpendLedger ledger) {
    this.sql = sql;
    this.suppliers = suppliers;
    this.rules = rules;
    this.ledger = ledger;
  }

  /** Lets nobody else change the authority's payments until this transaction ends. */
  void lock(String authority) {
    sql.list(
        "select 1 from (select pg_advisory_xact_lock(hashtext('spend'), hashtext(?))) held",
        row -> 1,
        authority);
  }

  /** The contracts that payments to suppliers may be under. */
  Map<UUID, List<Candidate>> candidates(String authority, Collection<UUID> ids) {
    List<Supplier> found = suppliers.suppliers(ids);
    Map<String, List<Terms>> byKey = terms(authority, found);
    Map<UUID, List<Candidate>> candidates = new HashMap<>();
    for (Supplier supplier : found) {
      List<Candidate> all = new ArrayList<>();
      for (String key : supplier.keys()) {
        byKey
            .getOrDefault(key, List.of())
            .forEach(each -> all.add(each.candidate(!SupplierKeys.isName(key), false)));
      }
      if (supplier.assignedContractId() != null) {
        byKey
            .getOrDefault("CONTRACT:" + supplier.assignedContractId(), List.of())
            .forEach(each -> all.add(each.candidate(true, true)));
      }
      candidates.put(supplier.id(), all);
    }
    return candidates;
  }

  private record Terms(
      String key,
      UUID contractId,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      @Nullable LocalDate settledBy,
      @Nullable String proclass) {
    Candidate candidate(boolean identified, boolean assigned) {
      return new Candidate(contractId, start, end, settledBy, proclass, identified, assigned);
    }
  }

  private Map<String, List<Terms>> terms(String authority, List<Supplier> found) {
    Set<String> keys =
        found.stream().flatMap(each -> each.keys().stream()).collect(Collectors.toSet());
    List<UUID> assigned =
        found.stream().map(Supplier::assignedContractId).filter(Objects::nonNull).toList();
    List<SpendRules.Rule> settlement = rules.settlementDays();
    return sql
        .list(
            """
            select k.key, c.contract_id, c.starts_on, least(c.ends_on, c.ended_on) as last_on, c.proclass
            from spend_contract_key k join spend_contract c on c.contract_id = k.contract_id
            where k.authority = ? and k.key = any (?) and c.payable
            union all
            select 'CONTRACT:' || c.contract_id, c.contract_id, c.starts_on,
              least(c.ends_on, c.ended_on), c.proclass
            from spend_contract c
            where c.authority = ? and c.contract_id::text = any (?) and c.payable""",
            row -> {
              LocalDate last = Sql.day(row, "last_on");
              return new Terms(
                  row.getString("key"),
                  row.getObject("contract_id", UUID.class),
                  Sql.day(row, "starts_on"),
                  last,
                  last == null ? null : last.plusDays(days(settlement, last)),
                  row.getString("proclass"));
            },
            authority,
            keys,
            authority,
            assigned.stream().map(UUID::toString).toList())
        .stream()
        .collect(Collectors.groupingBy(Terms::key));
  }

  private static int days(List<SpendRules.Rule> settlement, LocalDate last) {
    return settlement.stream()
        .filter(rule -> !last.isBefore(rule.validFrom()))
        .filter(rule -> rule.validTo() == null || !last.isAfter(rule.validTo()))
        .map(rule -> rule.value().intValueExact())
        .findFirst()
        .orElse(0);
  }

  private record Group(
      UUID supplierId,
      LocalDate paidOn,
      @Nullable String proclass,
      PaymentStatus status,
      MatchReason reason,
      @Nullable UUID contractId) {
    PaymentMatch held() {
      return new PaymentMatch(status, reason, contractId);
    }
  }

  /** Matches all payments to suppliers anew and publishes what contracts have been paid by that. */
  void rematch(String authority, Collection<UUID> ids, String why) {
    if (ids.isEmpty()) {
      return;
    }
    lock(authority);
    Map<UUID, List<Candidate>> candidates = candidates(authority, ids);
    Set<UUID> contracts = new HashSet<>();
    for (Group group : groups(ids)) {
      PaymentMatch now =
          PaymentMatch.decide(
              group.paidOn(),
              group.proclass(),
              candidates.getOrDefault(group.supplierId(), List.of()));
      if (!now.equals(group.held())) {
        move(group, now);
        Stream.of(group.held(), now)
            .map(PaymentMatch::contractId)
            .filter(Objects::nonNull)
            .forEach(contracts::add);
      }
    }
    if (!contracts.isEmpty()) {
      ledger.refresh(authority, contracts, why);
    }
  }

  private List<Group> groups(Collection<UUID> ids) {
    return sql.list(
        """
        select distinct supplier_id, paid_on, proclass, status, reason, contract_id
        from spend_line where supplier_id = any (?)""",
        row ->
            new Group(
                row.getObject("supplier_id", UUID.class),
                row.getDate("paid_on").toLocalDate(),
                row.getString("proclass"),
                PaymentStatus.valueOf(row.getString("status")),
                MatchReason.valueOf(row.getString("reason")),
                Sql.uuid(row, "contract_id")),
        ids);
  }

  private void move(Group group, PaymentMatch now) {
    sql.update(
        """
        update spend_line set status = ?, reason = ?, contract_id = ?
        where supplier_id = ? and paid_on = ? and proclass is not distinct from ?
          and status = ? and reason = ? and contract_id is not distinct from ?::uuid""",
        now.status(),
        now.reason(),
        now.contractId(),
        group.supplierId(),
        group.paidOn(),
        group.proclass(),
        group.status(),
        group.reason(),
        group.contractId());
  }
}
