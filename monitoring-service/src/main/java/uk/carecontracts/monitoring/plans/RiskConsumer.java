package uk.carecontracts.monitoring.plans;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/**
 * Has plans follow the risk of their contracts. It follows the service's own events rather than
 * acting in the transaction that assesses the risk, so that plans are always locked before risks.
 */
@ApplicationScoped
class RiskConsumer implements EventConsumer {
  private final Plans plans;

  RiskConsumer(Plans plans) {
    this.plans = plans;
  }

  @Override
  public String name() {
    return "monitoring-plans-risk";
  }

  @Override
  public Set<String> topics() {
    return Set.of("monitoring.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return aggregateType.equals("contract-risk");
  }

  @Override
  public void apply(ReceivedEvent event) {
    plans.keepPace(event.aggregateId());
  }

  @Override
  public void reset() {
    // plans are not a view: what is replayed finds them as they are
  }
}
