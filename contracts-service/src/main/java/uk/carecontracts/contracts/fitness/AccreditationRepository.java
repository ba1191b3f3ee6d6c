package uk.carecontracts.contracts.fitness;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;

/** The accreditations the provider register told of. */
@ApplicationScoped
class AccreditationRepository {
  private static final String KEEP =
      """
      insert into provider_accreditation
        (id, authority, provider_id, service_type, level, valid_from, expires_on, ended_on)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do update set provider_id = excluded.provider_id,
        service_type = excluded.service_type, level = excluded.level,
        valid_from = excluded.valid_from, expires_on = excluded.expires_on,
        ended_on = excluded.ended_on""";

  private static final String OF_PROVIDER =
      """
      select id, authority, provider_id, service_type, level, valid_from, expires_on, ended_on
      from provider_accreditation
      where provider_id in (select provider_family(provider_survivor(?)))
        and authority = ? and service_type = ?
      order by expires_on desc, id""";

  private final Sql sql;

  AccreditationRepository(Sql sql) {
    this.sql = sql;
  }

  /** Replaces what was held of the accreditation. */
  void keep(ProviderAccreditation held) {
    sql.update(
        KEEP,
        held.id(),
        held.authority(),
        held.providerId(),
        held.serviceType(),
        held.level(),
        held.validFrom(),
        held.expiresOn(),
        held.endedOn());
  }

  /** An authority's accreditations of a provider, or of records merged with it, for a service. */
  List<ProviderAccreditation> of(UUID provider, String authority, String serviceType) {
    return sql.list(
        OF_PROVIDER,
        row ->
            new ProviderAccreditation(
                row.getObject("id", UUID.class),
                row.getString("authority"),
                row.getObject("provider_id", UUID.class),
                row.getString("service_type"),
                row.getInt("level"),
                row.getDate("valid_from").toLocalDate(),
                row.getDate("expires_on").toLocalDate(),
                Sql.day(row, "ended_on")),
        provider,
        authority,
        serviceType);
  }

  /** Forgets every accreditation. */
  void clear() {
    sql.update("delete from provider_accreditation");
  }
}
