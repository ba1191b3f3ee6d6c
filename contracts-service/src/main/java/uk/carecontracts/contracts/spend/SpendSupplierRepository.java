package uk.carecontracts.contracts.spend;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;

/** Suppliers of an authority's ledger, their keys and their provider records. */
@ApplicationScoped
class SpendSupplierRepository {
  private final Sql sql;

  SpendSupplierRepository(Sql sql) {
    this.sql = sql;
  }

  /** A supplier as it is held. */
  record Held(UUID id, String sourceKey, Set<String> keys) {}

  /** Suppliers held under the keys of a ledger, by these. */
  Map<String, Held> held(String authority, Collection<String> sourceKeys) {
    Map<String, Held> found = new LinkedHashMap<>();
    sql.list(
            """
            select s.id, s.source_key,
              array(select k.key from spend_supplier_key k where k.supplier_id = s.id) as keys
            from spend_supplier s where s.authority = ? and s.source_key = any (?)""",
            row ->
                new Held(
                    row.getObject("id", UUID.class),
                    row.getString("source_key"),
                    new TreeSet<>(Sql.texts(row, "keys"))),
            authority,
            sourceKeys)
        .forEach(each -> found.put(each.sourceKey(), each));
    return found;
  }

  /**
   * A supplier the ledger has not named before.
   *
   * @param sourceKey by what the ledger knows it
   */
  record Newcomer(UUID id, String sourceKey, String name, @Nullable String beneficiaryId) {}

  /** Enters suppliers. */
  void add(String authority, List<Newcomer> newcomers) {
    sql.batch(
        "insert into spend_supplier (id, authority, source_key, name, beneficiary_id)"
            + " values (?, ?, ?, ?, ?)",
        newcomers.stream()
            .map(
                each ->
                    new Object[] {
                      each.id(), authority, each.sourceKey(), each.name(), each.beneficiaryId()
                    })
            .toList());
  }

  /** Adds keys to suppliers. */
  void addKeys(String authority, Map<UUID, ? extends Collection<String>> keys) {
    List<Object[]> rows = new ArrayList<>();
    keys.forEach((id, each) -> each.forEach(key -> rows.add(new Object[] {authority, key, id})));
    sql.batch(
        "insert into spend_supplier_key (authority, key, supplier_id) values (?, ?, ?)"
            + " on conflict do nothing",
        rows);
  }

  /**
   * Looks up which provider record each supplier is, by identifier, else by a name that only one
   * bears; what a keeper said stays.
   */
  void findProviders(Collection<UUID> suppliers) {
    if (suppliers.isEmpty()) {
      return;
    }
    sql.update(
        """
        with hit as (
          select s.id, provider_survivor(p.provider_id) as provider, k.key not like 'NAME:%' as sure
          from spend_supplier s
            join spend_supplier_key k on k.supplier_id = s.id
            join spend_provider_key p on p.key = k.key
          where s.id = any (?)),
        best as (
          select id, sure, min(provider::text)::uuid as provider from hit
          group by id, sure having count(distinct provider) = 1),
        chosen as (
          select s.id, b.provider, b.sure from spend_supplier s
            left join lateral (select provider, sure from best where best.id = s.id
                               order by sure desc limit 1) b on true
          where s.id = any (?) and s.provider_by is distinct from 'KEEPER')
        update spend_supplier s set provider_id = c.provider,
          provider_by = case when c.provider is null then null
                             when c.sure then 'IDENTIFIER' else 'NAME' end
        from chosen c where c.id = s.id and s.provider_id is distinct from c.provider""",
        suppliers, suppliers);
  }

  /** Suppliers as matching sees them. */
  List<Supplier> suppliers(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : sql.list(
            """
            select s.id, s.provider_id, s.assigned_contract_id,
              array(select k.key from spend_supplier_key k where k.supplier_id = s.id) as keys
            from spend_supplier s where s.id = any (?)""",
            row -> {
              UUID provider = Sql.uuid(row, "provider_id");
              List<String> keys = new ArrayList<>(Sql.texts(row, "keys"));
              if (provider != null) {
                keys.add(SupplierKeys.ofProvider(provider));
              }
              return new Supplier(
                  row.getObject("id", UUID.class), keys, Sql.uuid(row, "assigned_contract_id"));
            },
            ids);
  }

  /** Who of whom bears one of the keys, is one of these providers or is paid under a contract. */
  Map<String, List<UUID>> affected(Collection<String> keys, @Nullable UUID contract) {
    List<String> plain = keys.stream().filter(key -> !key.startsWith("PROVIDER:")).toList();
    List<String> providers =
        keys.stream()
            .filter(key -> key.startsWith("PROVIDER:"))
            .map(key -> key.substring("PROVIDER:".length()))
            .toList();
    Map<String, List<UUID>> found = new LinkedHashMap<>();
    sql.list(
            """
            select authority, supplier_id from spend_supplier_key where key = any (?)
            union select authority, id from spend_supplier where provider_id = any (?::text[]::uuid[])
            union select authority, id from spend_supplier where assigned_contract_id = ?
            order by 1, 2""",
            row -> Map.entry(row.getString(1), row.getObject(2, UUID.class)),
            plain,
            providers,
            contract)
        .forEach(
            each ->
                found
                    .computeIfAbsent(each.getKey(), authority -> new ArrayList<>())
                    .add(each.getValue()));
    return found;
  }
}
