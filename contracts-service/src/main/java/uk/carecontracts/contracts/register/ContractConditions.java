package uk.carecontracts.contracts.register;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The conditions of one search, with their parameters in order. */
final class ContractConditions {
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();
  private boolean inverted;
  private boolean gathered;
  private String source = "contract_found c";

  /** The conditions of a filter. */
  static ContractConditions of(ContractFilter filter) {
    ContractConditions all = new ContractConditions();
    if (filter.text != null && !filter.text.isBlank()) {
      all.and(
          "(c.search @@ websearch_to_tsquery('english', ?) or c.reference = ?)",
          filter.text,
          filter.text.strip());
      all.inverted = true;
    }
    all.and("c.authority = ?", filter.authority)
        .inverted("c.client_groups @> array[?]::text[]", filter.clientGroup)
        .and("c.service_type = ?", filter.serviceType)
        .inverted("c.area ilike ?", containing(filter.area))
        .range("c.total_value", "coalesce(c.total_value, -1)", filter.valueFrom, filter.valueTo)
        .range(
            "c.start_date", "coalesce(c.start_date, 'infinity')", filter.startFrom, filter.startTo)
        .range("c.end_date", "coalesce(c.end_date, 'infinity')", filter.endFrom, filter.endTo)
        .and("c.status = 'ACTIVE' and coalesce(c.end_date, 'infinity') < ?", filter.expiringBefore)
        .and("c.flagged = ?", filter.flagged)
        .among("c.type", filter.types)
        .among("c.status", filter.statuses)
        .byCategory(filter.category)
        .bySupplier(filter);
    return all;
  }

  /** A range of what a list can be ordered by: the index of that order begins and ends with it. */
  private ContractConditions range(
      String column, String order, @Nullable Object from, @Nullable Object to) {
    if (from != null || to != null) {
      conditions.add(column + " is not null");
    }
    return and(order + " >= ?", from).and(order + " <= ?", to);
  }

  /** Beginnings of two digits or more are kept beside the codes themselves. */
  private ContractConditions byCategory(@Nullable String code) {
    boolean kept = code != null && code.length() >= 2;
    return kept
        ? inverted("c.categories @> array[?]::text[]", code)
        : and("exists (select 1 from unnest(c.categories) k where starts_with(k, ?))", code);
  }

  private void bySupplier(ContractFilter filter) {
    inverted("c.suppliers ilike ?", containing(filter.provider));
    inverted("c.provider_ids @> array[?]::uuid[]", filter.providerId);
  }

  private static @Nullable String containing(@Nullable String part) {
    return part == null || part.isBlank()
        ? null
        : "%" + part.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  private ContractConditions among(String column, @Nullable List<? extends Enum<?>> values) {
    List<String> names =
        values == null ? List.of() : values.stream().<String>map(Enum::name).distinct().toList();
    return names.size() <= 1
        ? and(column + " = ?", names.isEmpty() ? null : names.get(0))
        : and(column + " = any (string_to_array(?, ','))", String.join(",", names));
  }

  /** Adds a condition that an inverted index answers, unless its parameter is absent. */
  private ContractConditions inverted(String condition, @Nullable Object parameter) {
    inverted |= parameter != null;
    return and(condition, parameter);
  }

  /** Adds a condition with its parameter, unless that is absent. */
  ContractConditions and(String condition, @Nullable Object parameter) {
    if (parameter != null) {
      conditions.add(condition);
      parameters.add(parameter);
    }
    return this;
  }

  /** Adds a condition with two parameters. */
  void and(String condition, Object first, Object second) {
    conditions.add(condition);
    parameters.add(first);
    parameters.add(second);
  }

  /**
   * Whether an inverted index answers any of it. Such an index keeps the stretch of each contract,
   * too, and its lists of places can be leapt through.
   */
  boolean inverted() {
    return inverted;
  }

  /**
   * From one contract up to before another, however PostgreSQL finds them best; absent ends are
   * open.
   */
  ContractConditions between(@Nullable UUID from, @Nullable UUID until) {
    return and("c.contract_id >= ?", from).and("c.contract_id < ?", until);
  }

  /**
   * The same for a few of the newest: each is looked at, and no index is asked, which would go
   * through all places of a frequent word to find those.
   */
  ContractConditions glancing(SearchWindows.Window window, @Nullable UUID until) {
    ContractConditions newest = new ContractConditions().between(window.oldest(), until);
    source =
        "(select * from contract_found c"
            + newest.where()
            + " order by c.contract_id desc offset 0) c";
    parameters.addAll(0, newest.parameters);
    return this;
  }

  /**
   * The same for what inverted indexes find: everything in the window's stretches, which is then
   * put in order. To look through all contracts in that order for the few that match is no choice
   * for PostgreSQL here; and the ends are hidden from it, for it would read an index of identities
   * beside.
   */
  ContractConditions gathering(SearchWindows.Window window, @Nullable UUID until) {
    return and("array[c.stretch] && contract_stretches(?)", window.stretch())
        .and("(c.contract_id >= ?) is true", window.oldest())
        .gathering(until);
  }

  /** All that match, which are few, up to before a contract; an absent end is open. */
  ContractConditions gathering(@Nullable UUID until) {
    gathered = true;
    return and("(c.contract_id < ?) is true", until);
  }

  /** Whether it asks for more than one authority's list as a whole. */
  static boolean narrows(ContractFilter filter) {
    ContractConditions all = of(filter);
    return all.conditions.size() > (filter.authority == null ? 0 : 1);
  }

  /** The conditions as a where clause. */
  String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  /** What is found by the conditions, as {@code c}. */
  String found() {
    return gathered
        ? "(select c.contract_id from contract_found c" + where() + " offset 0) c"
        : source + where();
  }

  /** Binds the parameters; gives the number of the next one. */
  int bind(PreparedStatement statement) throws SQLException {
    int number = 1;
    for (Object value : parameters) {
      statement.setObject(number++, value);
    }
    return number;
  }
}
