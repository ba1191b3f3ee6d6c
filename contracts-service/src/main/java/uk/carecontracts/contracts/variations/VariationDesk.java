package uk.carecontracts.contracts.variations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import uk.carecontracts.contracts.fitness.Suspensions;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.register.ContractEvent;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.contracts.register.MergePatch;
import uk.carecontracts.contracts.register.ValueLimits;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;

/** Takes variations from proposal to force. */
@ApplicationScoped
class VariationDesk {
  private static final String AGGREGATE = "contract-variation";

  private static final Comparator<JsonNode> BY_VALUE =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? one.decimalValue().compareTo(other.decimalValue())
              : one.equals(other) ? 0 : 1;

  private final VariationRepository variations;
  private final ContractRegister register;
  private final Suspensions suspensions;
  private final ValueLimits limits;
  private final MergePatch patches;
  private final Journal journal;
  private final ObjectMapper json;
  private final Clock clock;

  VariationDesk(
      VariationRepository variations,
      ContractRegister register,
      Suspensions suspensions,
      ValueLimits limits,
      MergePatch patches,
      Journal journal,
      ObjectMapper json,
      Clock clock) {
    this.variations = variations;
    this.register = register;
    this.suspensions = suspensions;
    this.limits = limits;
    this.patches = patches;
    this.journal = journal;
    this.json = json;
    this.clock = clock;
  }

  /** Proposes a variation on the version of the contract that the caller read. */
  Variation propose(UUID contractId, LongConsumer check, VariationRequest proposal)
      throws JsonProcessingException {
    Contract contract = register.require(contractId);
    check.accept(contract.version());
    VariationRequest request = proposal.identified();
    ContractTerms changed = patches.apply(contract.terms(), request.change());
    PartyChange parties =
        PartyChange.between(contract.terms().parties(), changed.parties())
            .spokenFor(register::speakerFor);
    Variation variation =
        Variation.propose(
            contract,
            request,
            before(contract.terms(), request.change()),
            parties,
            clock.instant());
    contract.requireCanSay(changed);
    refuseSuspended(contract, variation);
    variations.persist(variation);
    register.apply(
        contract,
        ContractEvent.VARIATION_PROPOSED,
        variation.historyNote(),
        Contract::noteProposal);
    record(variation, contract, "contract-variation.proposed.v1");
    return variation;
  }

  /** Who comes in gets new work, so it must not be suspended from it. */
  private void refuseSuspended(Contract contract, Variation variation) {
    suspensions
        .policyFor(contract.authority(), variation.incoming())
        .checkIncoming(variation.incoming(), contract.terms().serviceType(), "/change/parties/");
  }

  /** What the places a patch changes say now. */
  private ObjectNode before(ContractTerms terms, JsonNode change) {
    return before(json.<ObjectNode>valueToTree(terms), (ObjectNode) change);
  }

  private static ObjectNode before(ObjectNode terms, ObjectNode change) {
    ObjectNode before = terms.objectNode();
    for (Map.Entry<String, JsonNode> field : change.properties()) {
      JsonNode held = terms.path(field.getKey());
      if (held.isObject() && field.getValue().isObject()) {
        before.set(field.getKey(), before((ObjectNode) held, (ObjectNode) field.getValue()));
      } else if (!held.isMissingNode()) {
        before.set(field.getKey(), held);
      }
    }
    return before;
  }

  /**
   * Records a party's word; an agreed variation whose day has come is in force at once. Nobody
   * agrees to a value that the contract's agreement leaves no room for.
   */
  Variation agree(UUID contractId, UUID id, LongConsumer check, UUID partyId, LocalDate agreedOn) {
    Contract contract = register.require(contractId);
    Variation variation = require(contract, id);
    check.accept(variation.version());
    variation.agree(contract, partyId, agreedOn, LocalDate.now(clock), clock.instant());
    limits.check(contract.state(), variation.newTotal());
    variations.flush();
    record(variation, contract, "contract-variation.agreed.v1");
    if (variation.isDue(LocalDate.now(clock))) {
      enforce(variation);
    }
    return variation;
  }

  /** Takes a variation back. */
  Variation withdraw(UUID contractId, UUID id, LongConsumer check, String reason) {
    Contract contract = register.require(contractId);
    Variation variation = require(contract, id);
    check.accept(variation.version());
    variation.withdraw(reason, clock.instant());
    variations.flush();
    record(variation, contract, "contract-variation.withdrawn.v1");
    return variation;
  }

  /** The variation of a contract; 404 when it is none of its. */
  Variation require(Contract contract, UUID id) {
    return variations
        .findByIdOptional(id)
        .filter(variation -> variation.contractId().equals(contract.id()))
        .orElseThrow(() -> ProblemException.notFound("variation", id));
  }

  /**
   * Makes the contract say what was agreed, or keeps why it cannot any more. Whatever may refuse it
   * is asked before the contract is touched: a refusal is kept, and so would be half a change.
   */
  void enforce(Variation variation) {
    Contract contract = register.require(variation.contractId());
    Instant now = clock.instant();
    try {
      refuseSuspended(contract, variation);
      refuseOverwriting(contract, variation);
      ContractTerms varied = patches.apply(contract.terms(), (ObjectNode) variation.change());
      limits.check(contract.state(), varied.values().total());
      register.apply(
          contract,
          ContractEvent.VARIED,
          variation.historyNote(),
          (each, at) -> each.vary(varied, at));
      variation.comeIntoForce(now);
      variations.flush();
      record(variation, contract, "contract-variation.in-force.v1");
    } catch (RuleViolation | ConstraintViolationException | JsonProcessingException e) {
      variation.refuse(String.valueOf(e.getMessage()), now);
      variations.flush();
      record(variation, contract, "contract-variation.refused.v1");
    }
  }

  /**
   * An agreed change was agreed against what the contract said then. Where another change came
   * between, it would be lost in silence.
   */
  private void refuseOverwriting(Contract contract, Variation variation) {
    JsonNode now = before(contract.terms(), variation.change());
    if (!withoutLinks(variation.before()).equals(BY_VALUE, withoutLinks(now))) {
      throw new RuleViolation(
          "CHANGED_SINCE_PROPOSAL",
          "Another change came between: where it was proposed, the contract said "
              + variation.before()
              + ", and now it says "
              + now
              + ". Propose it again on what the contract says now.");
    }
  }

  /** Recognising a supplier links it to its record and changes nothing that was agreed. */
  private static JsonNode withoutLinks(JsonNode said) {
    JsonNode copy = said.deepCopy();
    for (JsonNode party : copy.path("parties")) {
      ((ObjectNode) party).remove("providerId");
    }
    return copy;
  }

  private void record(Variation variation, Contract contract, String type) {
    VariationView view = variation.view();
    journal.append(
        new Entry(
            AGGREGATE,
            view.id(),
            view.version(),
            type,
            contract.authority(),
            view,
            Map.of("reason", variation.historyNote())));
  }
}
