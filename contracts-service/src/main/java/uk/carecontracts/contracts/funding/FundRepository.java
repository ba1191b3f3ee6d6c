package uk.carecontracts.contracts.funding;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Funds in PostgreSQL. */
@ApplicationScoped
class FundRepository implements PanacheRepositoryBase<Fund, UUID> {
  private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  List<Fund> list(String authority, @Nullable UUID before, int limit) {
    return find(
            "authority = ?1 and id < ?2 order by id desc",
            authority,
            before == null ? LAST : before)
        .page(0, limit)
        .list();
  }

  Map<UUID, Fund> byId(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : list("id in ?1", ids).stream().collect(Collectors.toMap(Fund::id, Function.identity()));
  }
}
