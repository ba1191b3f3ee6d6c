package uk.carecontracts.contracts.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;

/**
 * Merges of provider records in PostgreSQL. Plain SQL: every event asks here, and Hibernate takes
 * several times as long to prepare a native query as PostgreSQL to answer it.
 */
@ApplicationScoped
class ProviderRedirectRepository implements ProviderRedirects {
  private static final String NOT_SHOWING =
      """
      select p.contract_id, p.id, p.authority, coalesce(r.stated_id, p.provider_id) as stated
      from contract_party p
      left join redirected_party r on r.party_id = p.id and r.shown_id = p.provider_id
      where p.id in (
          select id from contract_party where provider_id in (select provider_family(?))
          union
          select party_id from redirected_party
          where stated_id in (select provider_family(?)))
        and coalesce(r.stated_id, p.provider_id) in (select provider_family(?))
        and p.provider_id <> ?
      order by p.contract_id, p.id""";

  private final Sql sql;
  private final Session session;

  ProviderRedirectRepository(Sql sql, Session session) {
    this.sql = sql;
    this.session = session;
  }

  @Override
  public void lock() {
    sql.list("select pg_advisory_xact_lock(hashtext('supplier-links'))", row -> true);
  }

  @Override
  public boolean learn(UUID provider, long version, @Nullable UUID mergedInto) {
    Optional<Long> known =
        sql.first(
            "select version from provider_redirect where provider_id = ?",
            row -> row.getLong(1),
            provider);
    boolean stale = known.isPresent() && known.get() >= version;
    if (stale || (known.isEmpty() && mergedInto == null)) {
      return false;
    }
    sql.update(
        """
        insert into provider_redirect (provider_id, version, merged_into) values (?, ?, ?::uuid)
        on conflict (provider_id) do update
          set version = excluded.version, merged_into = excluded.merged_into""",
        provider,
        version,
        mergedInto);
    return true;
  }

  @Override
  public UUID survivor(UUID provider) {
    return sql.first("select provider_survivor(?)", row -> row.getObject(1, UUID.class), provider)
        .orElseThrow();
  }

  @Override
  public Map<UUID, UUID> merged(Collection<UUID> providers) {
    return providers.isEmpty()
        ? Map.of()
        : sql
            .list(
                "select provider_id, provider_survivor(provider_id) from provider_redirect"
                    + " where merged_into is not null and provider_id = any (?)",
                row -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                providers)
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Parties are read as this transaction left them. */
  @Override
  public List<Affected> notShowing(UUID provider, UUID survivor) {
    session.flush();
    return sql.list(
        NOT_SHOWING,
        row ->
            new Affected(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class)),
        provider,
        provider,
        provider,
        survivor);
  }

  @Override
  public void remember(Affected party, UUID shown) {
    sql.update("delete from redirected_party where party_id = ?", party.partyId());
    if (!party.stated().equals(shown)) {
      sql.update(
          "insert into redirected_party (party_id, authority, stated_id, shown_id)"
              + " values (?, ?, ?, ?)",
          party.partyId(),
          party.authority(),
          party.stated(),
          shown);
    }
  }
}
