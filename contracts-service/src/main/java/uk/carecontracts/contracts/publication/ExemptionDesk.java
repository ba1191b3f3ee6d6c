package uk.carecontracts.contracts.publication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Decides what of a contract is kept back from publication, on which ground and until when. */
@ApplicationScoped
class ExemptionDesk {
  static final String AGGREGATE = "publication-exemption";
  private static final Acting KEEPER = Acting.system("exemption-lapse");
  private static final int BATCH = 200;

  private final ExemptionRepository exemptions;
  private final ContractRegister register;
  private final Journal journal;
  private final Clock clock;

  ExemptionDesk(
      ExemptionRepository exemptions, ContractRegister register, Journal journal, Clock clock) {
    this.exemptions = exemptions;
    this.register = register;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * A decision to keep a field back.
   *
   * @param field what is kept back
   * @param ground code of the ground in law
   * @param reason why it applies; never published
   * @param until last day it is kept back; left out, until it is lifted
   */
  record Decision(
      @NotNull ExemptField field,
      @NotBlank @Size(max = 20) String ground,
      @NotBlank @Size(max = 2000) String reason,
      @Nullable LocalDate until) {}

  /** Why an exemption ends. */
  record Lifting(@NotBlank @Size(max = 2000) String reason) {}

  /** Why an exemption changed. */
  record Change(String reason) {}

  /** The exemptions of a contract of the caller's authority. */
  List<Exemption> of(UUID contract) {
    register.require(contract);
    return exemptions.of(contract);
  }

  /** One exemption of a contract of the caller's authority. */
  Exemption require(UUID contract, UUID id) {
    register.require(contract);
    return exemptions
        .find(contract, id)
        .orElseThrow(() -> ProblemException.notFound("exemption", id));
  }

  /** Keeps a field back from now on, in everything published and in its history. */
  Exemption decide(UUID contractId, Decision decision) {
    Contract contract = register.require(contractId);
    LocalDate today = LocalDate.now(clock);
    ExemptionRepository.Ground ground =
        exemptions.grounds(today).stream()
            .filter(each -> each.code().equals(decision.ground()))
            .findFirst()
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "GROUND_UNKNOWN",
                        "'" + decision.ground() + "' is no ground for keeping a field back.",
                        "/ground"));
    if (decision.until() != null && decision.until().isBefore(today)) {
      throw new RuleViolation(
          "EXEMPTION_OVER", "The last day, " + decision.until() + ", has passed.", "/until");
    }
    boolean already =
        exemptions.of(contractId).stream()
            .anyMatch(
                each ->
                    each.field() == decision.field() && each.status() == Exemption.Status.IN_FORCE);
    if (already) {
      throw ProblemException.conflict(
          "ALREADY_EXEMPT", decision.field() + " of this contract is kept back already.");
    }
    Exemption exemption =
        new Exemption(
            Ids.next(),
            contract.authority(),
            contractId,
            decision.field(),
            ground.code(),
            ground.title(),
            ground.statute(),
            decision.reason(),
            decision.until(),
            Exemption.Status.IN_FORCE,
            null,
            clock.instant(),
            1);
    exemptions.add(exemption);
    tell("publication-exemption.placed.v1", exemption, decision.reason());
    return exemption;
  }

  /**
   * Publishes a field again.
   *
   * @param check refuses a version that is not the one the caller read
   */
  Exemption lift(UUID contract, UUID id, LongConsumer check, Lifting lifting) {
    Exemption exemption = require(contract, id);
    check.accept(exemption.version());
    if (exemption.status() != Exemption.Status.IN_FORCE) {
      throw new RuleViolation(
          "EXEMPTION_OVER", "This exemption has ended: " + exemption.status() + ".");
    }
    return end(
        exemption, Exemption.Status.LIFTED, "publication-exemption.lifted.v1", lifting.reason());
  }

  private Exemption end(Exemption before, Exemption.Status status, String event, String why) {
    exemptions.end(before.id(), status, why);
    Exemption after = exemptions.find(before.contractId(), before.id()).orElseThrow();
    tell(event, after, why);
    return after;
  }

  private void tell(String event, Exemption exemption, String why) {
    journal.append(
        new Entry(
            AGGREGATE,
            exemption.id(),
            exemption.version(),
            event,
            exemption.authority(),
            exemption,
            new Change(why)));
  }

  /** Publishes again what was kept back until a day that has passed. */
  @Scheduled(
      every = "${publication.exemptions.every:10m}",
      delayed = "${publication.exemptions.delayed:25s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void lapse() {
    Tenancy.runAs(
        KEEPER,
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () ->
                        exemptions
                            .over(LocalDate.now(clock), BATCH)
                            .forEach(
                                each ->
                                    end(
                                        each,
                                        Exemption.Status.LAPSED,
                                        "publication-exemption.lapsed.v1",
                                        "Its last day has passed."))));
  }
}
