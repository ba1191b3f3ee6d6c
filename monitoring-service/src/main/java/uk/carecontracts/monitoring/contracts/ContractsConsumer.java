package uk.carecontracts.monitoring.contracts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.Set;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;
import uk.carecontracts.kit.time.Clocks;

/** Follows the contract register. */
@ApplicationScoped
class ContractsConsumer implements EventConsumer {
  /** The register said something else by mistake: nobody agreed to other terms. */
  private static final String CORRECTED = "contract.corrected.v1";

  private final KnownContracts contracts;
  private final Event<ContractChanged> changed;

  ContractsConsumer(KnownContracts contracts, Event<ContractChanged> changed) {
    this.contracts = contracts;
    this.changed = changed;
  }

  @Override
  public String name() {
    return "monitoring-contracts";
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
    KnownContract contract = ContractReader.read(event);
    if (event.type().equals(CORRECTED)) {
      contracts.put(contract);
    } else {
      contracts.putChanged(contract, LocalDate.ofInstant(event.time(), Clocks.LONDON));
    }
    contracts.putRegime(contract.id(), ContractReader.regime(event));
    changed.fire(new ContractChanged(contract));
  }

  @Override
  public void reset() {
    contracts.clear();
  }
}
