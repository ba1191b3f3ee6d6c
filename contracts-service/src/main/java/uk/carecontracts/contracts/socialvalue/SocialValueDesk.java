package uk.carecontracts.contracts.socialvalue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;

/** Records what suppliers delivered of what they promised. */
@ApplicationScoped
class SocialValueDesk {
  private final DeliveryRepository deliveries;
  private final ContractRegister register;
  private final Journal journal;
  private final Clock clock;

  SocialValueDesk(
      DeliveryRepository deliveries, ContractRegister register, Journal journal, Clock clock) {
    this.deliveries = deliveries;
    this.register = register;
    this.journal = journal;
    this.clock = clock;
  }

  List<Progress> progress(UUID contractId) {
    Contract contract = register.require(contractId);
    List<Delivery> all = deliveries.of(contractId);
    return contract.terms().socialValue().stream()
        .map(
            commitment ->
                Progress.of(commitment, contract.terms().dates(), all, LocalDate.now(clock)))
        .toList();
  }

  DeliveryView get(UUID contractId, UUID id) {
    return require(contractId, id).view();
  }

  DeliveryView deliver(UUID contractId, DeliveryRequest request) {
    Contract contract = register.require(contractId);
    Delivery delivery = Delivery.record(contract, request, LocalDate.now(clock), clock.instant());
    deliveries.persist(delivery);
    return record(delivery, "social-value-delivery.recorded.v1", request.evidence());
  }

  DeliveryView withdraw(UUID contractId, UUID id, LongConsumer check, String reason) {
    Delivery delivery = require(contractId, id);
    check.accept(delivery.version());
    delivery.withdraw(reason, clock.instant());
    return record(delivery, "social-value-delivery.withdrawn.v1", reason);
  }

  private Delivery require(UUID contractId, UUID id) {
    Contract contract = register.require(contractId);
    return deliveries
        .findByIdOptional(id)
        .filter(each -> each.contractId().equals(contract.id()))
        .orElseThrow(() -> ProblemException.notFound("delivery", id));
  }

  private DeliveryView record(Delivery delivery, String type, String reason) {
    deliveries.flush();
    DeliveryView view = delivery.view();
    journal.append(
        new Entry(
            "social-value-delivery",
            view.id(),
            view.version(),
            type,
            view.authority(),
            view,
            Map.of("reason", reason)));
    return view;
  }
}
