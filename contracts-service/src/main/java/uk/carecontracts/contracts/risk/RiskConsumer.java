package uk.carecontracts.contracts.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/** Keeps what monitoring says of a contract's risk. */
@ApplicationScoped
class RiskConsumer implements EventConsumer {
  private static final String ASSESSED = "contract-risk.assessed.v1";

  private final RiskRepository risks;

  RiskConsumer(RiskRepository risks) {
    this.risks = risks;
  }

  @Override
  public String name() {
    return "contract-risk";
  }

  @Override
  public Set<String> topics() {
    return Set.of("monitoring.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return type.equals(ASSESSED);
  }

  @Override
  public void apply(ReceivedEvent event) {
    risks.put(contractId(event), event.authority(), risk(event.state(), event.time()));
  }

  private static UUID contractId(ReceivedEvent event) {
    JsonNode id = event.state().path("contractId");
    return id.isTextual() ? UUID.fromString(id.asText()) : event.aggregateId();
  }

  private static ContractRisk risk(JsonNode state, Instant time) {
    JsonNode reasons = state.path("reasons");
    JsonNode assessedAt = state.path("assessedAt");
    return new ContractRisk(
        state.required("tier").asText(),
        state.path("score").isNumber() ? state.path("score").decimalValue() : BigDecimal.ZERO,
        state.path("flagged").asBoolean(),
        reasons.isArray() ? reasons : JsonNodeFactory.instance.arrayNode(),
        assessedAt.isTextual() ? Instant.parse(assessedAt.asText()) : time);
  }

  @Override
  public void reset() {
    risks.clear();
  }
}
