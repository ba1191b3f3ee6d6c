package uk.carecontracts.contracts.agreements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import uk.carecontracts.contracts.agreements.AgreementTerms.AgreementLot;
import uk.carecontracts.contracts.fitness.FitnessChanged;
import uk.carecontracts.contracts.fitness.ProviderStanding;
import uk.carecontracts.contracts.fitness.ProviderStanding.Objection;
import uk.carecontracts.contracts.placements.PlacementAsked;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;

/** Admits suppliers to lots and keeps admissions true to what the provider register says. */
@ApplicationScoped
class AdmissionDesk {
  private final AdmissionRepository admissions;
  private final AgreementRepository agreements;
  private final ProviderStanding standing;
  private final Journal journal;
  private final Clock clock;

  AdmissionDesk(
      AdmissionRepository admissions,
      AgreementRepository agreements,
      ProviderStanding standing,
      Journal journal,
      Clock clock) {
    this.admissions = admissions;
    this.agreements = agreements;
    this.standing = standing;
    this.journal = journal;
    this.clock = clock;
  }

  /** Admits a supplier to a lot. */
  AdmissionState admit(Agreement agreement, String lotId, Supplier supplier) {
    AgreementLot lot = AgreementDesk.lot(agreement, lotId);
    if (admissions
        .standing(agreement.id(), lotId, agreement.authority(), supplier.providerId())
        .isPresent()) {
      throw ProblemException.conflict(
          "ADMISSION_EXISTS", supplier.name() + " is on lot " + lotId + " already.");
    }
    Admission admission =
        Admission.admit(
            agreement,
            lotId,
            supplier,
            objection(agreement.authority(), supplier, lot),
            LocalDate.now(clock),
            clock.instant());
    admissions.persist(admission);
    return record(admission, "admission.granted.v1", "Admitted to lot " + lotId);
  }

  private Optional<Objection> objection(String authority, Supplier supplier, AgreementLot lot) {
    return standing.objection(
        authority, supplier.providerId(), supplier.name(), lot.serviceType(), lot.level());
  }

  /** Takes a supplier off a lot. */
  AdmissionState remove(Agreement agreement, UUID id, LongConsumer check, String reason) {
    Admission admission = require(agreement, id);
    check.accept(admission.version());
    admission.remove(reason, clock.instant());
    return record(admission, "admission.removed.v1", reason);
  }

  /** An admission of an agreement, or 404. */
  Admission require(Agreement agreement, UUID id) {
    return admissions
        .findByIdOptional(id)
        .filter(admission -> admission.agreementId().equals(agreement.id()))
        .orElseThrow(() -> ProblemException.notFound("admission", id));
  }

  /** A supplier that may get work of a lot today, or why not. */
  Supplier requireAdmitted(Agreement agreement, AgreementLot lot, UUID providerId, String pointer) {
    Admission admission =
        admissions
            .standing(agreement.id(), lot.id(), agreement.authority(), providerId)
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "PROVIDER_NOT_ADMITTED",
                        "Provider " + providerId + " is not admitted to lot " + lot.id() + ".",
                        pointer));
    objection(agreement.authority(), admission.supplier(), lot)
        .ifPresent(
            why -> {
              throw new RuleViolation("PROVIDER_NOT_ADMITTED", why.reason(), pointer);
            });
    return admission.supplier();
  }

  /** Lets admissions of a provider follow its accreditations and suspensions. */
  void follow(@Observes FitnessChanged changed) {
    admissions.ofProvider(changed.authority(), changed.providerId()).forEach(this::follow);
  }

  /** Lets one admission follow what holds today. */
  void follow(UUID id) {
    Admission admission = admissions.findByIdOptional(id).orElseThrow();
    Agreement agreement = agreements.findByIdOptional(admission.agreementId()).orElseThrow();
    Optional<AgreementLot> lot = agreement.terms().lot(admission.lotId());
    if (lot.isPresent()
        && admission.follow(
            objection(agreement.authority(), admission.supplier(), lot.get()), clock.instant())) {
      record(admission, admission.followed(), "What the provider register says of it changed");
    }
    admissions.seen(id, LocalDate.now(clock));
  }

  /** A placement under a framework goes to a supplier admitted for its service. */
  void checkPlacement(@Observes PlacementAsked asked) {
    if (asked.contract().type() == null || !asked.contract().type().onlyPromisesTerms()) {
      return;
    }
    Optional<Agreement> agreement = agreements.ofContract(asked.contract().id());
    boolean admitted =
        agreement.isPresent()
            && asked.providerId() != null
            && agreement.get().terms().lots().stream()
                .filter(lot -> lot.serviceType().equals(asked.serviceType()))
                .anyMatch(lot -> isAdmitted(agreement.get(), lot, asked.providerId()));
    if (!admitted) {
      throw new RuleViolation(
          "PROVIDER_NOT_ADMITTED",
          asked.providerName()
              + " is admitted to no lot for "
              + asked.serviceType()
              + " of agreement "
              + asked.contract().reference()
              + ", or not at present.",
          "/provider");
    }
  }

  private boolean isAdmitted(Agreement agreement, AgreementLot lot, UUID provider) {
    return admissions
        .standing(agreement.id(), lot.id(), agreement.authority(), provider)
        .filter(each -> objection(agreement.authority(), each.supplier(), lot).isEmpty())
        .isPresent();
  }

  private AdmissionState record(Admission admission, String type, String reason) {
    admissions.flush();
    AdmissionState state = admission.state();
    journal.append(
        new Entry(
            "admission",
            state.id(),
            state.version(),
            type,
            state.authority(),
            state,
            Map.of("reason", reason)));
    return state;
  }
}
