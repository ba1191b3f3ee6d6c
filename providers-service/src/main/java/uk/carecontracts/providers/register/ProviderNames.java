package uk.carecontracts.providers.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;

/** What the providers of a list are called: one read for a list, whatever its length. */
@ApplicationScoped
public class ProviderNames {
  private final Sql sql;

  ProviderNames(Sql sql) {
    this.sql = sql;
  }

  /**
   * A row with its provider's name.
   *
   * @param row what the list shows
   * @param providerName legal name of the record that speaks for the provider
   */
  public record Named<T>(T row, @Nullable String providerName) {}

  /**
   * The rows with their providers' names.
   *
   * @param provider of a row, if it has one
   */
  public <T> List<Named<T>> of(List<T> rows, Function<T, @Nullable UUID> provider) {
    Map<@Nullable UUID, String> names = new HashMap<>();
    List<UUID> ids = rows.stream().map(provider).filter(Objects::nonNull).distinct().toList();
    if (!ids.isEmpty()) {
      sql.list(
          "select asked.id, p.legal_name from unnest(?) asked(id)"
              + " join provider p on p.id = provider_survivor(asked.id)",
          row -> names.put(row.getObject(1, UUID.class), row.getString(2)),
          ids);
    }
    return rows.stream().map(row -> new Named<>(row, names.get(provider.apply(row)))).toList();
  }
}
