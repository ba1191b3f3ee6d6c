package uk.carecontracts.providers.innovation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Movements of funds. */
@ApplicationScoped
class EntryRepository implements PanacheRepositoryBase<FundEntry, UUID> {

  private static final UUID LAST = new UUID(-1, -1);

  /** Newest first. */
  List<FundEntry> of(UUID fund, @Nullable UUID before, int rows) {
    return find("fundId = ?1 and id < ?2 order by id desc", fund, before == null ? LAST : before)
        .page(0, rows)
        .list();
  }
}
