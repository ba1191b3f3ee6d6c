package uk.carecontracts.contracts.register;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of one search, with their parameters in order. */
final class ContractConditions {
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  /** The conditions of a filter. */
  static ContractConditions of(ContractFilter filter) {
    ContractConditions all = new ContractConditions();
    if (filter.text != null && !filter.text.isBlank()) {
      all.and(
          "(c.search @@ websearch_to_tsquery('english', ?) or c.reference = ?)",
          filter.text,
          filter.text.strip());
    }
    all.and("c.authority = ?", filter.authority)
        .and("c.client_groups @> array[?]::text[]", filter.clientGroup)
        .and("c.service_type = ?", filter.serviceType)
        .and("c.area ilike ?", containing(filter.area))
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
        ? and("c.categories @> array[?]::text[]", code)
        : and("exists (select 1 from unnest(c.categories) k where starts_with(k, ?))", code);
  }

  private void bySupplier(ContractFilter filter) {
    and("c.suppliers ilike ?", containing(filter.provider));
    and("c.provider_ids @> array[?]::uuid[]", filter.providerId);
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

  /** Whether it asks for more than one authority's list as a whole. */
  static boolean narrows(ContractFilter filter) {
    ContractConditions all = of(filter);
    return all.conditions.size() > (filter.authority == null ? 0 : 1);
  }

  /** The conditions as a where clause. */
  String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
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
