package uk.carecontracts.providers.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;
import uk.carecontracts.kit.journal.Journal;

/** Follows the contract register: matches its suppliers and keeps the view of who holds what. */
@ApplicationScoped
public class ContractConsumer implements EventConsumer {

  private final ContractMatching matching;
  private final ExposureRepository exposures;
  private final Journal journal;

  ContractConsumer(ContractMatching matching, ExposureRepository exposures, Journal journal) {
    this.matching = matching;
    this.exposures = exposures;
    this.journal = journal;
  }

  @Override
  public String name() {
    return "provider-contracts";
  }

  @Override
  public Set<String> topics() {
    return Set.of("contracts.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return aggregateType.equals("contract");
  }

  @Override
  public void apply(ReceivedEvent event) {
    applyAll(List.of(event), (only, work) -> work.run());
  }

  @Override
  public void applyAll(List<ReceivedEvent> events, Traces traces) {
    List<ReceivedEvent> told = events.stream().filter(each -> each.state().isObject()).toList();
    List<ContractSeen> contracts = told.stream().map(ContractSeen::of).toList();
    ContractMatching.Round round = matching.begin(contracts);
    journal.together(
        () -> {
          for (int i = 0; i < contracts.size(); i++) {
            ContractSeen contract = contracts.get(i);
            traces.within(told.get(i), () -> round.match(contract));
          }
        });
    round.write();
    exposures.show(contracts, round::providersOf);
  }

  /** Matches stay: they are decisions of this service, and a replay finds them again. */
  @Override
  public void reset() {
    exposures.clear();
  }
}
