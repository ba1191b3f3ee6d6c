package uk.carecontracts.contracts.register;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/** Follows merges of provider records, and merges that are taken back. */
@ApplicationScoped
class ProviderMergeConsumer implements EventConsumer {
  private final SupplierLinks links;

  ProviderMergeConsumer(SupplierLinks links) {
    this.links = links;
  }

  @Override
  public String name() {
    return "provider-merges";
  }

  @Override
  public Set<String> topics() {
    return Set.of("providers.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return aggregateType.equals("provider");
  }

  /** Reads the state, not the event's type: a topic keeps only the last event of a record. */
  @Override
  public void apply(ReceivedEvent event) {
    JsonNode into = event.state().path("mergedInto");
    UUID mergedInto = into.isTextual() ? UUID.fromString(into.asText()) : null;
    String reason =
        mergedInto == null
            ? "Provider record " + event.aggregateId() + " stands for itself again."
            : "Provider record " + event.aggregateId() + " was merged into " + mergedInto + ".";
    links.follow(event.aggregateId(), event.aggregateVersion(), mergedInto, reason);
  }

  /** Links are facts of contracts and stay; a replay tells no version newer than those held. */
  @Override
  public void reset() {
    // nothing is derived that would have to be forgotten
  }
}
