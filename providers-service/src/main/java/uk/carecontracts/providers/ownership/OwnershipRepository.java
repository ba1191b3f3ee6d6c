package uk.carecontracts.providers.ownership;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/** Steps upwards. */
@ApplicationScoped
class OwnershipRepository implements PanacheRepositoryBase<Ownership, UUID> {

  private static final UUID LAST = new UUID(-1, -1);

  private static final String STEPS =
      """
      with recursive survivor(id, final) as (
        select id, id from provider where merged_into is null
        union all
        select p.id, s.final from provider p join survivor s on p.merged_into = s.id
      )
      select o.id, child.final as child, parent.final as parent, o.valid_from, o.valid_to
      from ownership o join survivor child on child.id = o.provider_id
      join survivor parent on parent.id = o.parent_id
      where o.kind = 'OWNER' and child.final <> parent.final""";

  Ownership require(UUID provider, UUID id) {
    return findByIdOptional(id)
        .filter(found -> found.providerId().equals(provider))
        .orElseThrow(() -> ProblemException.notFound("ownership", id));
  }

  /** Newest first. */
  List<Ownership> of(UUID provider, @Nullable UUID before, int rows) {
    return find(
            "providerId = ?1 and id < ?2 order by id desc",
            provider,
            before == null ? LAST : before)
        .page(0, rows)
        .list();
  }

  /** The brands of a provider that hold on some day of a time. */
  List<Ownership> brands(UUID provider, LocalDate from, @Nullable LocalDate to) {
    LocalDate until = to == null ? LocalDate.of(9999, 1, 1) : to;
    return list(
        "kind = ?1 and providerId = ?2 and validFrom < ?3 and (validTo is null or validTo > ?4)",
        OwnershipKind.BRAND,
        provider,
        until,
        from);
  }

  /** Every step to an owner, between the records that speak for merged ones. */
  Hierarchy hierarchy() {
    flush();
    return new Hierarchy(
        getSession()
            .createNativeQuery(STEPS, Object[].class)
            .getResultStream()
            .map(
                row ->
                    new Hierarchy.Step(
                        (UUID) row[0],
                        (UUID) row[1],
                        (UUID) row[2],
                        day(row[3]),
                        dayOrNull(row[4])))
            .toList());
  }

  private static LocalDate day(Object value) {
    return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
  }

  private static @Nullable LocalDate dayOrNull(@Nullable Object value) {
    return value == null ? null : day(value);
  }

  /** One change of the hierarchy at a time: two steps that are right alone may close a cycle. */
  void lock() {
    getSession()
        .createNativeQuery(
            "select count(pg_advisory_xact_lock(hashtextextended('ownership', 0)))", Long.class)
        .getSingleResult();
  }
}
