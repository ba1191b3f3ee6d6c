package uk.carecontracts.contracts.agreements;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.agreements.AgreementTerms.AgreementLot;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.ProblemException;

/** Calls contracts off agreements. */
@ApplicationScoped
class CallOffDesk {
  private final CallOffRepository callOffs;
  private final AdmissionRepository admissions;
  private final AgreementDesk agreements;
  private final AdmissionDesk admission;
  private final CallOffContracts contracts;
  private final Journal journal;
  private final Clock clock;

  CallOffDesk(
      CallOffRepository callOffs,
      AdmissionRepository admissions,
      AgreementDesk agreements,
      AdmissionDesk admission,
      CallOffContracts contracts,
      Journal journal,
      Clock clock) {
    this.callOffs = callOffs;
    this.admissions = admissions;
    this.agreements = agreements;
    this.admission = admission;
    this.contracts = contracts;
    this.journal = journal;
    this.clock = clock;
  }

  /** Calls a contract off, or opens the competition for it. */
  CallOffState start(UUID contractId, CallOffRequest request) {
    Agreement agreement = agreements.requireAlone(contractId);
    ContractState framework = agreements.contract(contractId);
    CallOffRules.checkAgreement(framework, LocalDate.now(clock));
    CallOffRules.check(agreement.terms(), request);
    AgreementLot lot = AgreementDesk.lot(agreement, request.lotId());
    CallOffRules.checkCeilings(
        framework, lot, callOffs.soFar(agreement.id(), lot.id(), null), request.value());
    return request.route() == CallOffRoute.MINI_COMPETITION
        ? invite(agreement, lot, request)
        : award(agreement, framework, lot, request);
  }

  private CallOffState invite(Agreement agreement, AgreementLot lot, CallOffRequest request) {
    List<Supplier> admitted =
        admissions.admitted(agreement.id(), lot.id()).stream().map(Admission::supplier).toList();
    List<Supplier> invited = new ArrayList<>();
    if (request.invited().isEmpty()) {
      invited.addAll(admitted);
    }
    for (int i = 0; i < request.invited().size(); i++) {
      invited.add(
          admission.requireAdmitted(agreement, lot, request.invited().get(i), "/invited/" + i));
    }
    CallOffRules.checkInvited(request, invited, admitted.size());
    CallOff callOff = CallOff.open(agreement, request, invited, clock.instant());
    callOffs.persist(callOff);
    return record(callOff, "call-off.opened.v1", "Suppliers are invited to bid");
  }

  private CallOffState award(
      Agreement agreement, ContractState framework, AgreementLot lot, CallOffRequest request) {
    Supplier supplier =
        admission.requireAdmitted(
            agreement, lot, Objects.requireNonNull(request.providerId()), "/providerId");
    CallOff callOff = CallOff.open(agreement, request, List.of(), clock.instant());
    callOffs.persist(callOff);
    make(callOff, framework, lot, supplier, request.value(), request.reason());
    return record(callOff, "call-off.awarded.v1", Objects.requireNonNull(request.reason()));
  }

  private void make(
      CallOff callOff,
      ContractState framework,
      AgreementLot lot,
      Supplier supplier,
      Money value,
      @Nullable String reason) {
    LocalDate today = LocalDate.now(clock);
    UUID made = contracts.make(framework, lot, callOff.request(), supplier, value, today);
    callOff.award(supplier, value, reason, made, today, clock.instant());
  }

  /** Records what an invited supplier offers. */
  CallOffState bid(
      UUID contractId,
      UUID id,
      LongConsumer check,
      UUID providerId,
      Money price,
      List<Bid.Score> scores) {
    CallOff callOff = require(agreements.require(contractId), id);
    check.accept(callOff.version());
    callOff.bid(new Bid(callOff.invitedSupplier(providerId), price, scores), clock.instant());
    return record(callOff, "call-off.bid-recorded.v1", "A bid was recorded");
  }

  /** Makes the contract with the best bidder, or another one for a reason. */
  CallOffState award(
      UUID contractId,
      UUID id,
      LongConsumer check,
      @Nullable UUID winner,
      @Nullable String reason) {
    Agreement agreement = agreements.requireAlone(contractId);
    ContractState framework = agreements.contract(contractId);
    CallOff callOff = require(agreement, id);
    check.accept(callOff.version());
    Bid won = callOff.winning(winner, reason);
    CallOffRules.checkAgreement(framework, LocalDate.now(clock));
    AgreementLot lot = AgreementDesk.lot(agreement, callOff.request().lotId());
    Supplier supplier =
        admission.requireAdmitted(agreement, lot, won.provider().providerId(), "/winner");
    CallOffRules.checkCeilings(
        framework, lot, callOffs.soFar(agreement.id(), lot.id(), null), won.price());
    make(callOff, framework, lot, supplier, won.price(), reason);
    return record(callOff, "call-off.awarded.v1", reason == null ? "The best bid" : reason);
  }

  /** Gives a call-off up. */
  CallOffState cancel(UUID contractId, UUID id, LongConsumer check, String reason) {
    CallOff callOff = require(agreements.require(contractId), id);
    check.accept(callOff.version());
    callOff.cancel(reason, clock.instant());
    return record(callOff, "call-off.cancelled.v1", reason);
  }

  /** A call-off of an agreement, or 404. */
  CallOff require(Agreement agreement, UUID id) {
    return callOffs
        .findByIdOptional(id)
        .filter(callOff -> callOff.agreementId().equals(agreement.id()))
        .orElseThrow(() -> ProblemException.notFound("call-off", id));
  }

  private CallOffState record(CallOff callOff, String type, String reason) {
    callOffs.flush();
    CallOffState state = callOff.state();
    journal.append(
        new Entry(
            "call-off",
            state.id(),
            state.version(),
            type,
            state.authority(),
            state,
            Map.of("reason", reason)));
    return state;
  }
}
