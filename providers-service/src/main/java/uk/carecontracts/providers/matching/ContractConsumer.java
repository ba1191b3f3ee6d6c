package uk.carecontracts.providers.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/** Follows the contract register: matches its suppliers and keeps the view of who holds what. */
@ApplicationScoped
public class ContractConsumer implements EventConsumer {

  private final MatchDesk desk;
  private final ExposureRepository exposures;

  ContractConsumer(MatchDesk desk, ExposureRepository exposures) {
    this.desk = desk;
    this.exposures = exposures;
  }

  @Override
  public String name() {
    return "provider-contracts";
  }

  @Override
  public Set<String> topics() {
    return Set.of("contracts.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return aggregateType.equals("contract");
  }

  @Override
  public void apply(ReceivedEvent event) {
    if (!event.state().isObject()) {
      return;
    }
    ContractSeen contract = ContractSeen.of(event);
    desk.matchAll(contract);
    exposures.show(contract, desk.providersOf(contract));
  }

  /** Matches stay: they are decisions of this service, and a replay finds them again. */
  @Override
  public void reset() {
    exposures.clear();
  }
}
