package uk.carecontracts.contracts.spend;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/** Follows provider records: when names, identifiers or merges change, so may their payments. */
@ApplicationScoped
class SpendProviderConsumer implements EventConsumer {
  private final SpendViewRepository views;
  private final SpendSupplierRepository suppliers;
  private final SpendMatcher matcher;

  SpendProviderConsumer(
      SpendViewRepository views, SpendSupplierRepository suppliers, SpendMatcher matcher) {
    this.views = views;
    this.suppliers = suppliers;
    this.matcher = matcher;
  }

  @Override
  public String name() {
    return "spend-providers";
  }

  @Override
  public Set<String> topics() {
    return Set.of("providers.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return aggregateType.equals("provider");
  }

  @Override
  public void apply(ReceivedEvent event) {
    List<String> keys = new ArrayList<>(views.putProvider(event.aggregateId(), event.state()));
    keys.add(SupplierKeys.ofProvider(event.aggregateId()));
    suppliers
        .affected(keys, null)
        .forEach(
            (authority, ids) -> {
              suppliers.findProviders(ids);
              matcher.rematch(
                  authority, ids, "Provider record " + event.aggregateId() + " changed.");
            });
  }

  @Override
  public void reset() {
    views.clearProviders();
  }
}
