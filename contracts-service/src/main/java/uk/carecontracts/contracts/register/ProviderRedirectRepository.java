package uk.carecontracts.contracts.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;

/** Merges of provider records in PostgreSQL. */
@ApplicationScoped
class ProviderRedirectRepository implements ProviderRedirects {
  private static final String NOT_SHOWING =
      """
      select p.contract_id, p.id, p.authority, coalesce(r.stated_id, p.provider_id) as stated
      from contract_party p
      left join redirected_party r on r.party_id = p.id and r.shown_id = p.provider_id
      where p.id in (
          select id from contract_party where provider_id in (select provider_family(:provider))
          union
          select party_id from redirected_party
          where stated_id in (select provider_family(:provider)))
        and coalesce(r.stated_id, p.provider_id) in (select provider_family(:provider))
        and p.provider_id <> :survivor
      order by p.contract_id, p.id""";

  private final Session session;

  ProviderRedirectRepository(Session session) {
    this.session = session;
  }

  @Override
  public void lock() {
    session
        .createNativeQuery(
            "select pg_advisory_xact_lock(hashtext('supplier-links')) is null", Boolean.class)
        .getSingleResult();
  }

  @Override
  public boolean learn(UUID provider, long version, @Nullable UUID mergedInto) {
    List<Object> known =
        session
            .createNativeQuery(
                "select version from provider_redirect where provider_id = :provider", Object.class)
            .setParameter("provider", provider)
            .getResultList();
    boolean stale = !known.isEmpty() && ((Number) known.get(0)).longValue() >= version;
    if (stale || (known.isEmpty() && mergedInto == null)) {
      return false;
    }
    session
        .createNativeMutationQuery(
            """
            insert into provider_redirect (provider_id, version, merged_into)
            values (:provider, :version, cast(:into as uuid))
            on conflict (provider_id) do update
              set version = excluded.version, merged_into = excluded.merged_into""")
        .setParameter("provider", provider)
        .setParameter("version", version)
        .setParameter("into", mergedInto == null ? null : mergedInto.toString())
        .executeUpdate();
    return true;
  }

  @Override
  public UUID survivor(UUID provider) {
    return session
        .createNativeQuery("select provider_survivor(:provider)", UUID.class)
        .setParameter("provider", provider)
        .getSingleResult();
  }

  @Override
  public Map<UUID, UUID> merged(Collection<UUID> providers) {
    return providers.isEmpty()
        ? Map.of()
        : session
            .createNativeQuery(
                "select provider_id, provider_survivor(provider_id) from provider_redirect"
                    + " where merged_into is not null and provider_id in (:providers)",
                Object[].class)
            .setParameterList("providers", providers)
            .setQueryFlushMode(QueryFlushMode.NO_FLUSH) // a contract halfway is no version of it
            .getResultStream()
            .collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1]));
  }

  @Override
  public List<Affected> notShowing(UUID provider, UUID survivor) {
    return session
        .createNativeQuery(NOT_SHOWING, Object[].class)
        .setParameter("provider", provider)
        .setParameter("survivor", survivor)
        .getResultStream()
        .map(row -> new Affected((UUID) row[0], (UUID) row[1], (String) row[2], (UUID) row[3]))
        .toList();
  }

  @Override
  public void remember(Affected party, UUID shown) {
    session
        .createNativeMutationQuery("delete from redirected_party where party_id = :party")
        .setParameter("party", party.partyId())
        .executeUpdate();
    if (!party.stated().equals(shown)) {
      session
          .createNativeMutationQuery(
              """
              insert into redirected_party (party_id, authority, stated_id, shown_id)
              values (:party, :authority, :stated, :shown)""")
          .setParameter("party", party.partyId())
          .setParameter("authority", party.authority())
          .setParameter("stated", party.stated())
          .setParameter("shown", shown)
          .executeUpdate();
    }
  }
}
