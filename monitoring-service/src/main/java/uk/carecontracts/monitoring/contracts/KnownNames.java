package uk.carecontracts.monitoring.contracts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;

/**
 * What the contracts and providers of a list are called, for people who read spreadsheets. Two
 * reads for a list, whatever its length, and no contract that the caller may not see.
 */
@ApplicationScoped
public class KnownNames {
  private final Sql sql;

  KnownNames(Sql sql) {
    this.sql = sql;
  }

  /**
   * Names of what rows are about.
   *
   * @param contracts by their ids
   * @param providers their names by their ids
   */
  public record Names(Map<UUID, Called> contracts, Map<UUID, String> providers) {
    /** The contract's reference in its authority, where it is known. */
    public @Nullable String reference(@Nullable UUID contract) {
      Called called = contract == null ? null : contracts.get(contract);
      return called == null ? null : called.reference();
    }

    /** The contract's title, where it is known. */
    public @Nullable String title(@Nullable UUID contract) {
      Called called = contract == null ? null : contracts.get(contract);
      return called == null ? null : called.title();
    }

    /**
     * The provider's name; of a row that names no provider, or one not heard of, the contract's
     * lead supplier when it can be no other.
     */
    public @Nullable String provider(@Nullable UUID contract, @Nullable UUID provider) {
      String name = provider == null ? null : providers.get(provider);
      if (name != null) {
        return name;
      }
      Called called = contract == null ? null : contracts.get(contract);
      return called != null && (provider == null || provider.equals(called.leadId()))
          ? called.leadName()
          : null;
    }
  }

  /**
   * What a contract is called.
   *
   * @param reference its reference in the authority
   * @param title its title
   * @param leadId the lead supplier's record, once it is matched
   * @param leadName the lead supplier's name
   */
  public record Called(
      String reference, String title, @Nullable UUID leadId, @Nullable String leadName) {}

  /**
   * Names for the rows of a list.
   *
   * @param contract a row is about, if any
   * @param provider a row is about, if any
   */
  public <T> Names of(
      List<T> rows, Function<T, @Nullable UUID> contract, Function<T, @Nullable UUID> provider) {
    return new Names(contracts(ids(rows, contract)), providers(ids(rows, provider)));
  }

  private static <T> List<UUID> ids(List<T> rows, Function<T, @Nullable UUID> id) {
    return rows.stream().map(id).filter(Objects::nonNull).distinct().toList();
  }

  private Map<UUID, Called> contracts(Collection<UUID> ids) {
    Map<UUID, Called> found = new HashMap<>();
    if (!ids.isEmpty()) {
      sql.list(
          "select contract_id, reference, title, provider_id, provider_name from contract_view"
              + " where contract_id = any(?)",
          row ->
              found.put(
                  row.getObject("contract_id", UUID.class),
                  new Called(
                      row.getString("reference"),
                      row.getString("title"),
                      Sql.uuid(row, "provider_id"),
                      row.getString("provider_name"))),
          ids);
    }
    return found;
  }

  private Map<UUID, String> providers(Collection<UUID> ids) {
    Map<UUID, String> found = new HashMap<>();
    if (!ids.isEmpty()) {
      sql.list(
          "select provider_id, name from provider_view where provider_id = any(?)",
          row -> found.put(row.getObject("provider_id", UUID.class), row.getString("name")),
          ids);
    }
    return found;
  }
}
