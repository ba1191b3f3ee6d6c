package uk.carecontracts.contracts.fitness;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/** Keeps which providers are accredited for what, whatever happened to an accreditation. */
@ApplicationScoped
class AccreditationConsumer implements EventConsumer {
  private final AccreditationRepository accreditations;
  private final Event<FitnessChanged> changed;

  AccreditationConsumer(AccreditationRepository accreditations, Event<FitnessChanged> changed) {
    this.accreditations = accreditations;
    this.changed = changed;
  }

  @Override
  public String name() {
    return "provider-accreditations";
  }

  @Override
  public Set<String> topics() {
    return Set.of("providers.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return aggregateType.equals("accreditation");
  }

  @Override
  public void apply(ReceivedEvent event) {
    ProviderAccreditation held = read(event);
    accreditations.keep(held);
    changed.fire(new FitnessChanged(held.providerId(), held.authority()));
  }

  private static ProviderAccreditation read(ReceivedEvent event) {
    JsonNode state = event.state();
    LocalDate validFrom = LocalDate.parse(state.required("validFrom").asText());
    JsonNode endedOn = state.path("endedOn");
    boolean granted = "GRANTED".equals(state.path("status").asText("GRANTED"));
    LocalDate ended =
        endedOn.isTextual() ? LocalDate.parse(endedOn.asText()) : granted ? null : validFrom;
    return new ProviderAccreditation(
        event.aggregateId(),
        event.authority(),
        UUID.fromString(state.required("providerId").asText()),
        state.required("serviceType").asText(),
        state.required("level").asInt(),
        validFrom,
        LocalDate.parse(state.required("expiresOn").asText()),
        ended);
  }

  @Override
  public void reset() {
    accreditations.clear();
  }
}
