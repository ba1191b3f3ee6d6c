package uk.carecontracts.contracts.register;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/**
 * Links suppliers to the provider records they were matched with. A match that is already held
 * changes nothing, so our own event about it ends there.
 */
@ApplicationScoped
class SupplierMatchConsumer implements EventConsumer {
  private static final String MATCHED = "supplier.matched.v1";

  private final SupplierLinks links;

  SupplierMatchConsumer(SupplierLinks links) {
    this.links = links;
  }

  @Override
  public String name() {
    return "supplier-matches";
  }

  @Override
  public Set<String> topics() {
    return Set.of("providers.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return type.equals(MATCHED);
  }

  @Override
  public void apply(ReceivedEvent event) {
    JsonNode match = event.state();
    boolean matched =
        "MATCHED".equals(match.path("status").asText()) && match.path("providerId").isTextual();
    if (matched) {
      links.identify(
          UUID.fromString(match.required("contractId").asText()),
          UUID.fromString(match.required("partyId").asText()),
          UUID.fromString(match.path("providerId").asText()),
          reason(match));
    }
  }

  private static String reason(JsonNode match) {
    return "Matched with "
        + match.path("providerName").asText("a provider record")
        + " by "
        + match.path("method").asText("the provider register")
        + ".";
  }

  /** What was matched is a fact of the contract and stays. */
  @Override
  public void reset() {
    // the links are part of the contracts, not a view
  }
}
