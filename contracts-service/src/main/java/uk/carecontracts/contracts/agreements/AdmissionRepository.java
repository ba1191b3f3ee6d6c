package uk.carecontracts.contracts.agreements;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;

/** Admissions in PostgreSQL. */
@ApplicationScoped
class AdmissionRepository implements PanacheRepositoryBase<Admission, UUID> {
  private static final String OF_PROVIDER =
      "select id from agreement_admission where authority = ? and status <> 'REMOVED'"
          + " and provider_id in (select provider_family(provider_survivor(?)))";

  /** A fact of the provider that begins or ends makes a new day worth a look. */
  private static final String UNSEEN_TODAY =
      """
      select a.id from agreement_admission a
      where a.status <> 'REMOVED' and a.judged_on < ?
        and (exists (select 1 from provider_accreditation f where f.provider_id = a.provider_id)
          or exists (select 1 from provider_suspension f where f.provider_id = a.provider_id))
      order by a.judged_on, a.id limit ?""";

  private static final String ONE_FOR_EACH =
      """
      select distinct on (provider_survivor(provider_id)) id from agreement_admission
      where agreement_id = ? and lot_id = ? and status = 'ADMITTED'
      order by provider_survivor(provider_id), id""";

  private final Sql sql;

  AdmissionRepository(Sql sql) {
    this.sql = sql;
  }

  /** The standing admission of a provider, or a record merged with it, to a lot. */
  Optional<Admission> standing(UUID agreementId, String lotId, String authority, UUID provider) {
    List<UUID> ids =
        sql.list(
            OF_PROVIDER + " and agreement_id = ? and lot_id = ? order by id",
            row -> row.getObject("id", UUID.class),
            authority,
            provider,
            agreementId,
            lotId);
    return ids.stream().findFirst().flatMap(this::findByIdOptional);
  }

  /** Standing admissions of a provider, or a record merged with it, to an authority's lots. */
  List<UUID> ofProvider(String authority, UUID provider) {
    return sql.list(
        OF_PROVIDER + " order by id", row -> row.getObject("id", UUID.class), authority, provider);
  }

  /** Admissions of an agreement, newest first, before one when it is given. */
  List<Admission> page(
      UUID agreementId,
      @Nullable String lotId,
      @Nullable AdmissionStatus status,
      @Nullable UUID before,
      int limit) {
    Conditions conditions =
        new Conditions()
            .and("agreement_id = ?", agreementId)
            .and("lot_id = ?", lotId)
            .and("status = ?", status)
            .and("id < ?", before);
    List<UUID> ids =
        sql.list(
            "select id from agreement_admission" + conditions.where() + " order by id desc limit ?",
            row -> row.getObject("id", UUID.class),
            conditions.parameters(limit));
    return ids.isEmpty() ? List.of() : list("id in ?1 order by id desc", ids);
  }

  /** Admitted suppliers of a lot, in the order of their admission; merged records count once. */
  List<Admission> admitted(UUID agreementId, String lotId) {
    List<UUID> ids =
        sql.list(ONE_FOR_EACH, row -> row.getObject("id", UUID.class), agreementId, lotId);
    return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
  }

  /** Admissions no one has looked at since the day began. */
  List<UUID> unseen(LocalDate today, int limit) {
    return sql.list(UNSEEN_TODAY, row -> row.getObject("id", UUID.class), today, limit);
  }

  /** Notes that an admission was looked at; no change of it. */
  void seen(UUID id, LocalDate today) {
    sql.update("update agreement_admission set judged_on = ? where id = ?", today, id);
  }
}
