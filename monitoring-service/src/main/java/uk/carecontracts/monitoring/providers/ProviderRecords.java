package uk.carecontracts.monitoring.providers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;

/**
 * Which provider records are of one organisation. What was recorded about a provider keeps its
 * record; who asks for a provider is answered with every record of it (decision 43).
 */
@ApplicationScoped
public class ProviderRecords {
  /** Follows a column of provider records in a condition with the record asked for. */
  public static final String ANY_RECORD_OF = " = any (array(select provider_records(?)))";

  private final Sql sql;

  ProviderRecords(Sql sql) {
    this.sql = sql;
  }

  /** Whether two records are of one organisation. */
  public boolean same(UUID one, @Nullable UUID other) {
    return one.equals(other)
        || (other != null
            && sql.first(
                    "select true where ?" + ANY_RECORD_OF, row -> row.getBoolean(1), other, one)
                .isPresent());
  }

  /** Every record of the organisation a record is of, that record among them. */
  public Set<UUID> of(UUID provider) {
    return Set.copyOf(
        sql.list("select provider_records(?)", row -> row.getObject(1, UUID.class), provider));
  }

  /**
   * Keeps what a version of a provider record says; the same links make the same records speak,
   * whatever their order.
   *
   * @param mergedInto the record that speaks for it; null when it speaks for itself
   * @return what changed by it
   */
  Optional<ProviderSpokenFor> learn(UUID provider, long version, @Nullable UUID mergedInto) {
    sql.list("select pg_advisory_xact_lock(hashtext('provider-records'))", row -> true);
    UUID before = speaker(provider);
    if (!note(provider, version, mergedInto)) {
      return Optional.empty();
    }
    sql.update(
        "delete from provider_speaker where provider_id in (select provider_family(?))", provider);
    sql.update(
        """
        insert into provider_speaker (provider_id, survivor_id)
        select family.id, survivor.id
        from provider_family(?) family(id), provider_survivor(?) survivor(id)
        where family.id <> survivor.id""",
        provider,
        provider);
    UUID now = speaker(provider);
    return now.equals(before)
        ? Optional.empty()
        : Optional.of(new ProviderSpokenFor(Set.of(before, now)));
  }

  private boolean note(UUID provider, long version, @Nullable UUID mergedInto) {
    return sql.update(
            """
            insert into provider_redirect as held (provider_id, version, merged_into)
            values (?, ?, ?::uuid)
            on conflict (provider_id) do update
              set version = excluded.version, merged_into = excluded.merged_into
            where held.version < excluded.version""",
            provider,
            version,
            mergedInto)
        > 0;
  }

  private UUID speaker(UUID provider) {
    return sql.first(
            "select survivor_id from provider_speaker where provider_id = ?",
            row -> row.getObject(1, UUID.class),
            provider)
        .orElse(provider);
  }

  void clear() {
    sql.update("delete from provider_speaker");
    sql.update("delete from provider_redirect");
  }
}
