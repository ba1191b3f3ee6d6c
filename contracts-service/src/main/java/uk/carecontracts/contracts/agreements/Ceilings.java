package uk.carecontracts.contracts.agreements;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.agreements.AgreementTerms.AgreementLot;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.contracts.register.ValueLimits;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.kit.money.Money;

/**
 * Keeps call-offs within the ceilings of their agreement after they were made: whatever raises one,
 * be it a variation, an extension or a correction, waits its turn and is counted with the others.
 */
@ApplicationScoped
class Ceilings implements ValueLimits {
  private final CallOffRepository callOffs;
  private final AgreementRepository agreements;
  private final ContractRegister register;

  Ceilings(CallOffRepository callOffs, AgreementRepository agreements, ContractRegister register) {
    this.callOffs = callOffs;
    this.agreements = agreements;
    this.register = register;
  }

  @Override
  public void check(ContractState contract, @Nullable Money total) {
    Money before = contract.values().total();
    if (total == null || total.equals(before)) {
      return;
    }
    Optional<CallOff> made = callOffs.thatMade(contract.id());
    if (made.isPresent()) {
      checkRise(contract, made.get(), total);
    } else if (lowered(before, total)) {
      checkLowered(contract, total);
    }
  }

  private static boolean lowered(@Nullable Money before, Money total) {
    return before == null || total.amount().compareTo(before.amount()) < 0;
  }

  /** What an agreed variation promised was counted when it was agreed. */
  private void checkRise(ContractState contract, CallOff callOff, Money total) {
    Agreement agreement = agreements.alone(callOff.contractId()).orElseThrow();
    Optional<BigDecimal> promised = callOffs.promised(contract.id());
    if (promised.isPresent() && total.amount().compareTo(promised.get()) <= 0) {
      return;
    }
    String lotId = callOff.request().lotId();
    AgreementLot lot = AgreementDesk.lot(agreement, lotId);
    Contract framework = register.require(callOff.contractId());
    CallOffRules.checkRise(
        framework.state(), lot, callOffs.soFar(agreement.id(), lotId, contract.id()), total);
  }

  private void checkLowered(ContractState contract, Money total) {
    agreements
        .alone(contract.id())
        .ifPresent(
            agreement -> {
              BigDecimal calledOff =
                  callOffs.byLot(agreement.id()).values().stream()
                      .reduce(BigDecimal.ZERO, BigDecimal::add);
              CallOffRules.checkLowered(contract.reference(), calledOff, total);
            });
  }
}
