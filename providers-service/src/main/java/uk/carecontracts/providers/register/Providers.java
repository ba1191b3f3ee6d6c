package uk.carecontracts.providers.register;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.problem.ProblemException;

/** Every provider record. */
@ApplicationScoped
public class Providers implements PanacheRepositoryBase<Provider, UUID> {

  /** The record; 404 when there is none. */
  public Provider require(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("provider", id));
  }

  /** The record itself or, when it is merged, its final survivor. */
  public Provider requireSurvivor(UUID id) {
    Provider provider = require(id);
    while (provider.mergedInto() != null) {
      provider = require(provider.mergedInto());
    }
    return provider;
  }

  /**
   * All records of one provider: the survivor of the one given, and every one merged into it. Of an
   * unknown one only its id, so that a filter for it finds nothing.
   */
  public List<UUID> family(UUID id) {
    return getSession()
        .createNativeQuery(
            "select id from provider_family(coalesce(provider_survivor(:id), :id)) as family(id)",
            UUID.class)
        .setParameter("id", id)
        .getResultList();
  }

  /** One page and one row more, in the order of names. */
  List<Provider> search(ProviderFilter filter, @Nullable Cursor from, int rows) {
    return filter.select(getSession(), from, rows);
  }
}
