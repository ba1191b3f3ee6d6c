package uk.carecontracts.contracts.awards;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Award decisions in PostgreSQL. */
@ApplicationScoped
class AwardDecisionRepository implements PanacheRepositoryBase<AwardDecision, UUID> {
  private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  /** Of one contract. */
  Optional<AwardDecision> of(UUID contractId) {
    return find("contractId", contractId).firstResultOptional();
  }

  /** Decisions of an authority, newest first, of one year when it is named. */
  List<AwardDecision> list(
      String authority, @Nullable Integer year, @Nullable UUID before, int limit) {
    UUID from = before == null ? LAST : before;
    return year == null
        ? find("authority = ?1 and id < ?2 order by id desc", authority, from).page(0, limit).list()
        : find(
                "authority = ?1 and id < ?2 and decidedOn between ?3 and ?4 order by id desc",
                authority,
                from,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31))
            .page(0, limit)
            .list();
  }
}
