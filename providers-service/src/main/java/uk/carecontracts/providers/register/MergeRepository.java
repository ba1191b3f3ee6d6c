package uk.carecontracts.providers.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import uk.carecontracts.kit.ids.Ids;

/** What merges moved, kept so that each can be taken back exactly. */
@ApplicationScoped
class MergeRepository {

  private final Session entities;
  private final Clock clock;

  MergeRepository(Session entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** What a merge had moved to the survivor. */
  record Moved(List<String> identifiers, List<String> names) {
    boolean any() {
      return !identifiers.isEmpty() || !names.isEmpty();
    }
  }

  void remember(
      Provider duplicate, Provider survivor, List<String> keys, List<String> names, String why) {
    entities
        .createNativeMutationQuery(
            """
            insert into provider_merge (id, merged_id, survivor_id, moved_identifiers, moved_names,
              reason, merged_at) values (:id, :merged, :survivor, :keys, :names, :why, :now)""")
        .setParameter("id", Ids.next())
        .setParameter("merged", duplicate.id())
        .setParameter("survivor", survivor.id())
        .setParameter("keys", keys.toArray(String[]::new))
        .setParameter("names", names.toArray(String[]::new))
        .setParameter("why", why)
        .setParameter("now", Instant.now(clock))
        .executeUpdate();
  }

  Moved takeBack(Provider duplicate) {
    Object[] moved =
        entities
            .createNativeQuery(
                """
                    select moved_identifiers, moved_names from provider_merge
                    where merged_id = :merged and undone_at is null""",
                Object[].class)
            .setParameter("merged", duplicate.id())
            .getSingleResult();
    entities
        .createNativeMutationQuery(
            """
            update provider_merge set undone_at = :now
            where merged_id = :merged and undone_at is null""")
        .setParameter("now", Instant.now(clock))
        .setParameter("merged", duplicate.id())
        .executeUpdate();
    return new Moved(List.of((String[]) moved[0]), List.of((String[]) moved[1]));
  }
}
