package uk.carecontracts.contracts.options;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Extension options in PostgreSQL; a contract has a handful. */
@ApplicationScoped
class ExtensionOptionRepository implements PanacheRepositoryBase<ExtensionOption, UUID> {

  /** The options of a contract in their order. */
  List<ExtensionOption> of(UUID contractId) {
    return list("contractId = ?1 order by position", contractId);
  }
}
