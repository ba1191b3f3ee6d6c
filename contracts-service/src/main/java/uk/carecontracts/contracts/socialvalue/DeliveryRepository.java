package uk.carecontracts.contracts.socialvalue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Deliveries in PostgreSQL. */
@ApplicationScoped
class DeliveryRepository implements PanacheRepositoryBase<Delivery, UUID> {

  /** Of one contract, by their days. */
  List<Delivery> of(UUID contractId) {
    return list("contractId = ?1 order by deliveredOn, id", contractId);
  }
}
