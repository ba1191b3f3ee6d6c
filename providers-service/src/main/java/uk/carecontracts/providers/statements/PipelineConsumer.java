package uk.carecontracts.providers.statements;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/** Follows what the contract register plans for contracts, and what of them is not published. */
@ApplicationScoped
public class PipelineConsumer implements EventConsumer {

  private final PipelineRepository pipeline;

  PipelineConsumer(PipelineRepository pipeline) {
    this.pipeline = pipeline;
  }

  @Override
  public String name() {
    return "statement-pipeline";
  }

  @Override
  public Set<String> topics() {
    return Set.of("contracts.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return switch (aggregateType) {
      case "forward-plan", "publication-exemption" -> true;
      default -> false;
    };
  }

  @Override
  public void apply(ReceivedEvent event) {
    JsonNode state = event.state();
    if (!state.path("contractId").isTextual()) {
      return;
    }
    UUID contract = UUID.fromString(state.path("contractId").asText());
    switch (event.aggregateType()) {
      case "forward-plan" ->
          pipeline.plan(
              contract,
              event.authority(),
              text(state.path("intention")),
              state.path("published").asBoolean(true),
              text(state.path("summary")));
      case "publication-exemption" ->
          pipeline.exempt(
              event.aggregateId(),
              event.authority(),
              contract,
              state.path("field").asText(),
              state.path("until").isTextual()
                  ? LocalDate.parse(state.path("until").asText())
                  : null,
              state.path("status").asText().equals("IN_FORCE"));
      default -> {
        // the register's other aggregates say nothing about publication
      }
    }
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }

  @Override
  public void reset() {
    pipeline.clear();
  }
}
