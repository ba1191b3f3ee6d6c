package uk.carecontracts.contracts.uplift;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import uk.carecontracts.contracts.schedules.ContractPrices;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/**
 * When the variation of an approved uplift comes into force, the contract's price schedule is
 * followed by one whose prices are raised, from the variation's day.
 */
@ApplicationScoped
class UpliftedPrices implements EventConsumer {
  private final SimulationRepository simulations;
  private final ContractPrices prices;

  UpliftedPrices(SimulationRepository simulations, ContractPrices prices) {
    this.simulations = simulations;
    this.prices = prices;
  }

  @Override
  public String name() {
    return "uplifted-prices";
  }

  @Override
  public Set<String> topics() {
    return Set.of("contracts.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return type.equals("contract-variation.in-force.v1");
  }

  @Override
  public void apply(ReceivedEvent event) {
    UUID contract = UUID.fromString(event.state().path("contractId").asText());
    LocalDate from = LocalDate.parse(event.state().path("effectiveDate").asText());
    simulations
        .percent(contract, event.aggregateId())
        .ifPresent(
            percent ->
                prices.raise(contract, from, percent, event.state().path("description").asText()));
  }

  /** Schedules stay as they were settled; going through the events again adds none. */
  @Override
  public void reset() {
    // nothing is held that events could build again
  }
}
