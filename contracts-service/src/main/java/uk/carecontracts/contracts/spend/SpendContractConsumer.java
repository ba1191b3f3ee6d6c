package uk.carecontracts.contracts.spend;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import uk.carecontracts.contracts.register.ContractEvent;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/** Follows the register: when a contract changes, payments to its suppliers are matched anew. */
@ApplicationScoped
class SpendContractConsumer implements EventConsumer {
  private final SpendViewRepository views;
  private final SpendSupplierRepository suppliers;
  private final SpendMatcher matcher;

  SpendContractConsumer(
      SpendViewRepository views, SpendSupplierRepository suppliers, SpendMatcher matcher) {
    this.views = views;
    this.suppliers = suppliers;
    this.matcher = matcher;
  }

  @Override
  public String name() {
    return "spend-contracts";
  }

  @Override
  public Set<String> topics() {
    return Set.of("contracts.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return aggregateType.equals(ContractEvent.AGGREGATE);
  }

  @Override
  public void apply(ReceivedEvent event) {
    List<String> keys = views.put(event);
    suppliers
        .affected(keys, event.aggregateId())
        .getOrDefault(event.authority(), List.of())
        .forEach(
            supplier ->
                matcher.rematch(
                    event.authority(),
                    List.of(supplier),
                    "Contract " + event.state().path("reference").asText() + " changed."));
  }

  @Override
  public void reset() {
    views.clearContracts();
  }
}
