package uk.carecontracts.contracts.agreements;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.carecontracts.contracts.agreements.AgreementTerms.AgreementLot;
import uk.carecontracts.contracts.fitness.Suspensions;
import uk.carecontracts.contracts.register.Award;
import uk.carecontracts.contracts.register.ContractEvent;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.contracts.terms.ContractDates;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.contracts.terms.ContractType;
import uk.carecontracts.contracts.terms.ContractValues;
import uk.carecontracts.contracts.terms.Lot;
import uk.carecontracts.contracts.terms.Party;
import uk.carecontracts.contracts.terms.PartyRole;
import uk.carecontracts.contracts.terms.Procedure;
import uk.carecontracts.kit.money.Money;

/** Makes contracts under agreements: the agreement's terms, with the call-off's own. */
@ApplicationScoped
class CallOffContracts {
  private final ContractRegister register;
  private final Suspensions suspensions;

  CallOffContracts(ContractRegister register, Suspensions suspensions) {
    this.register = register;
    this.suspensions = suspensions;
  }

  /** A new awarded contract of type CALL_OFF; gives its identity. */
  UUID make(
      ContractState framework,
      AgreementLot lot,
      CallOffRequest request,
      Supplier supplier,
      Money value,
      LocalDate today) {
    ContractState draft =
        register.draft(framework.authority(), terms(framework, lot, request, value));
    Award award =
        new Award(List.of(party(framework, lot, supplier)), today, null, value, null, null);
    register.apply(
        register.require(draft.id()),
        ContractEvent.AWARDED,
        "Called off lot " + lot.id() + " of " + framework.reference() + ", " + request.route(),
        (contract, now) ->
            contract.award(
                award, suspensions.policyFor(contract.authority(), award.suppliers()), now));
    return draft.id();
  }

  private static ContractTerms terms(
      ContractState framework, AgreementLot lot, CallOffRequest request, Money value) {
    Procedure procedure =
        framework.type() == ContractType.DYNAMIC_MARKET
            ? Procedure.DYNAMIC_MARKET_CALL_OFF
            : Procedure.FRAMEWORK_CALL_OFF;
    return new ContractTerms(
        request.reference(),
        request.title(),
        request.description() == null ? framework.description() : request.description(),
        framework.directorate(),
        framework.department(),
        framework.buyerName(),
        ContractType.CALL_OFF,
        framework.regime(),
        procedure,
        framework.categories(),
        lot.serviceType(),
        framework.clientGroups(),
        lot.area() == null ? framework.area() : lot.area(),
        List.of(),
        List.of(new Lot(lot.id(), lot.title(), value)),
        new ContractValues(value, request.annualValue(), null, null),
        new ContractDates(
            null, null, request.start(), request.end(), null, framework.dates().noticeMonths()),
        List.of(),
        List.of(),
        framework.minimumStandards(),
        framework.outcomes(),
        request.route() == CallOffRoute.MINI_COMPETITION,
        framework.permittedVariations());
  }

  /** The supplier as the agreement knows it, or by its name and record. */
  private static Party party(ContractState framework, AgreementLot lot, Supplier supplier) {
    Optional<Party> known =
        framework.parties().stream()
            .filter(each -> supplier.providerId().equals(each.providerId()))
            .findFirst();
    return new Party(
        null,
        PartyRole.LEAD_SUPPLIER,
        supplier.name(),
        known.map(Party::tradingName).orElse(null),
        known.map(Party::identifiers).orElse(List.of()),
        known.map(Party::postcode).orElse(null),
        known.map(Party::sme).orElse(null),
        known.map(Party::vcse).orElse(null),
        null,
        supplier.providerId(),
        List.of(lot.id()));
  }
}
