package uk.carecontracts.contracts.options;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.register.ContractEvent;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;

/** Defines, exercises and lapses extension options. */
@ApplicationScoped
class ExtensionDesk {
  private static final String AGGREGATE = "extension-option";

  private final ExtensionOptionRepository options;
  private final ContractRegister register;
  private final Journal journal;
  private final Clock clock;

  ExtensionDesk(
      ExtensionOptionRepository options, ContractRegister register, Journal journal, Clock clock) {
    this.options = options;
    this.register = register;
    this.journal = journal;
    this.clock = clock;
  }

  List<ExtensionOptionView> list(UUID contractId) {
    Contract contract = register.require(contractId);
    List<ExtensionOption> all = options.of(contractId);
    return all.stream().map(option -> option.view(contract, open(all))).toList();
  }

  ExtensionOptionView get(UUID contractId, UUID id) {
    Contract contract = register.require(contractId);
    return require(contract, id).view(contract, open(options.of(contractId)));
  }

  /** Enters an option on the version of the contract that the caller read. */
  ExtensionOptionView define(UUID contractId, LongConsumer check, ExtensionRequest request) {
    Contract contract = register.require(contractId);
    check.accept(contract.version());
    List<ExtensionOption> held = options.of(contractId);
    int position = held.stream().mapToInt(ExtensionOption::position).max().orElse(0) + 1;
    ExtensionOption option = ExtensionOption.define(contract, position, request, clock.instant());
    options.persist(option);
    return record(contract, option, "extension-option.defined.v1", "Defined");
  }

  /** Takes an option: the contract runs longer, without another agreement of its parties. */
  ExtensionOptionView exercise(
      UUID contractId, UUID id, LongConsumer check, ExtensionDecision decision) {
    Contract contract = register.require(contractId);
    ExtensionOption option = require(contract, id);
    check.accept(option.version());
    List<ExtensionOption> open = open(options.of(contractId));
    ExtensionTaken taken =
        option.exercise(contract, open, decision, LocalDate.now(clock), clock.instant());
    register.apply(
        contract,
        ContractEvent.EXTENDED,
        "Extension option " + option.position() + " exercised: " + decision.reason(),
        (each, now) -> each.extend(taken.newEnd(), taken.newTotal(), now));
    return record(contract, option, "extension-option.exercised.v1", decision.reason());
  }

  /** Lets an option go. */
  ExtensionOptionView lapse(UUID contractId, UUID id, LongConsumer check, String reason) {
    Contract contract = register.require(contractId);
    ExtensionOption option = require(contract, id);
    check.accept(option.version());
    option.lapse(reason, clock.instant());
    return record(contract, option, "extension-option.lapsed.v1", reason);
  }

  /** Lets an option go of which nobody told that notice was given in time. */
  ExtensionOptionView lapseWithoutNotice(
      UUID contractId, UUID id, LocalDate deadline, String because) {
    Contract contract = register.require(contractId);
    ExtensionOption option = require(contract, id);
    option.lapseWithoutNotice(deadline, because, clock.instant());
    return record(contract, option, "extension-option.lapsed.v1", because);
  }

  /** Lets every option of a contract go that could still be taken. */
  void lapseAll(Contract contract, String because) {
    for (ExtensionOption option : options.of(contract.id())) {
      if (option.canBeTaken()) {
        option.lapse(because, clock.instant());
        record(contract, option, "extension-option.lapsed.v1", because);
      }
    }
  }

  private ExtensionOption require(Contract contract, UUID id) {
    return options
        .findByIdOptional(id)
        .filter(option -> option.contractId().equals(contract.id()))
        .orElseThrow(() -> ProblemException.notFound("extension option", id));
  }

  private static List<ExtensionOption> open(List<ExtensionOption> all) {
    return all.stream().filter(ExtensionOption::isOpen).toList();
  }

  private ExtensionOptionView record(
      Contract contract, ExtensionOption option, String type, String reason) {
    options.flush();
    ExtensionOptionView view = option.view(contract, open(options.of(contract.id())));
    journal.append(
        new Entry(
            AGGREGATE,
            view.id(),
            view.version(),
            type,
            view.authority(),
            view,
            Map.of("reason", reason)));
    return view;
  }
}
