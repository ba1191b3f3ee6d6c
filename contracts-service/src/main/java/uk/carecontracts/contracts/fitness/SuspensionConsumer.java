package uk.carecontracts.contracts.fitness;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/** Keeps which providers are suspended, whatever happened to a suspension. */
@ApplicationScoped
class SuspensionConsumer implements EventConsumer {
  private final SuspensionRepository suspensions;
  private final Event<FitnessChanged> changed;

  SuspensionConsumer(SuspensionRepository suspensions, Event<FitnessChanged> changed) {
    this.suspensions = suspensions;
    this.changed = changed;
  }

  @Override
  public String name() {
    return "provider-suspensions";
  }

  @Override
  public Set<String> topics() {
    return Set.of("providers.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return aggregateType.equals("suspension");
  }

  @Override
  public void apply(ReceivedEvent event) {
    ProviderSuspension held = read(event);
    suspensions.put(held);
    changed.fire(new FitnessChanged(held.providerId(), held.authority()));
  }

  private static ProviderSuspension read(ReceivedEvent event) {
    JsonNode state = event.state();
    return new ProviderSuspension(
        event.aggregateId(),
        event.authority(),
        UUID.fromString(state.required("providerId").asText()),
        text(state, "serviceType"),
        state.path("reason").asText(),
        LocalDate.parse(state.required("startsOn").asText()),
        LocalDate.parse(state.required("endsOn").asText()),
        day(text(state, "liftedOn")));
  }

  private static @Nullable String text(JsonNode state, String field) {
    JsonNode value = state.path(field);
    return value.isTextual() ? value.asText() : null;
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  @Override
  public void reset() {
    suspensions.clear();
  }
}
