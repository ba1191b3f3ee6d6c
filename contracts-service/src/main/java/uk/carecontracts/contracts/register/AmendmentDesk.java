package uk.carecontracts.contracts.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.fitness.Suspensions;
import uk.carecontracts.contracts.register.ContractRequests.Correction;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.ContractTerms;

/** Changes what the register says of a contract, by merge patch. */
@ApplicationScoped
class AmendmentDesk {
  private final ContractRegister register;
  private final Suspensions suspensions;
  private final MergePatch patches;

  AmendmentDesk(ContractRegister register, Suspensions suspensions, MergePatch patches) {
    this.register = register;
    this.suspensions = suspensions;
    this.patches = patches;
  }

  private interface Rewriting {
    void apply(Contract contract, ContractTerms changed, Instant now);
  }

  /** Changes what is the keeper's to say; see {@link Contract#amend}. */
  ContractState amend(UUID id, LongConsumer check, ObjectNode patch, @Nullable String reason)
      throws JsonProcessingException {
    return rewrite(id, check, patch, ContractEvent.AMENDED, reason, Contract::amend);
  }

  /** Mends the register by what was signed; see {@link Contract#correct}. */
  ContractState correct(UUID id, LongConsumer check, Correction correction)
      throws JsonProcessingException {
    return rewrite(
        id,
        check,
        correction.change(),
        ContractEvent.CORRECTED,
        correction.historyNote(),
        Contract::correct);
  }

  /** A patch that changes nothing makes no version. */
  private ContractState rewrite(
      UUID id,
      LongConsumer check,
      ObjectNode patch,
      ContractEvent event,
      @Nullable String reason,
      Rewriting rewriting)
      throws JsonProcessingException {
    Contract contract = register.require(id);
    check.accept(contract.version());
    ContractTerms changed = patches.apply(contract.terms(), patch);
    if (changed.equals(contract.terms())) {
      return contract.state();
    }
    if (contract.status().isAwarded()) {
      suspensions.refuseJoining(contract.authority(), contract.terms().parties(), changed);
    }
    return register.apply(
        contract, event, reason, (each, now) -> rewriting.apply(each, changed, now));
  }
}
