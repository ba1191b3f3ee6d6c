package uk.carecontracts.contracts.variations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.register.Contracts;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.http.Cursor;

/** Variations over all contracts of an authority, by the days they are meant for. */
@ApplicationScoped
class VariationList {
  private static final String SELECT =
      "select v.id from contract_variation v join contract c on c.id = v.contract_id";

  private final Sql sql;
  private final VariationRepository variations;
  private final Contracts contracts;

  VariationList(Sql sql, VariationRepository variations, Contracts contracts) {
    this.sql = sql;
    this.variations = variations;
    this.contracts = contracts;
  }

  /** The place of a row in the list. */
  static Cursor after(String query, VariationRow row) {
    return Cursor.after(query, row.variation().effectiveDate(), row.variation().id());
  }

  /** The rows that follow a place: three statements, however many they are. */
  List<VariationRow> rows(
      String authority, VariationFilter filter, @Nullable Cursor after, int limit) {
    List<Variation> found = read(ids(authority, filter, after, limit));
    Map<UUID, Contract> of =
        contracts.findAll(found.stream().map(Variation::contractId).distinct().toList());
    return found.stream()
        .map(each -> row(each, Objects.requireNonNull(of.get(each.contractId()))))
        .toList();
  }

  private List<UUID> ids(
      String authority, VariationFilter filter, @Nullable Cursor after, int limit) {
    Conditions conditions = filter.conditions().and("v.authority = ?", authority);
    if (after != null) {
      conditions.all("(v.effective_date, v.id) > (?, ?)", after.day(0), after.id(1));
    }
    return sql.list(
        SELECT + conditions.where() + " order by v.effective_date, v.id limit ?",
        row -> row.getObject("id", UUID.class),
        conditions.parameters(limit));
  }

  private List<Variation> read(List<UUID> ids) {
    Map<UUID, Variation> found =
        variations.list("id in ?1", ids).stream()
            .collect(Collectors.toMap(Variation::id, Function.identity()));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private static VariationRow row(Variation variation, Contract contract) {
    return new VariationRow(
        variation.view(),
        contract.terms().reference(),
        contract.terms().title(),
        variation.waitsFor(contract).stream().map(Awaited::of).toList());
  }
}
