package uk.carecontracts.monitoring.concerns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.monitoring.concerns.Concern.Kind;
import uk.carecontracts.monitoring.concerns.Concern.Severity;
import uk.carecontracts.monitoring.concerns.Concern.Source;
import uk.carecontracts.monitoring.contracts.KnownContract;
import uk.carecontracts.monitoring.contracts.KnownContracts;
import uk.carecontracts.monitoring.documents.Shelf;
import uk.carecontracts.monitoring.documents.Shelves;
import uk.carecontracts.monitoring.providers.ProviderRecords;
import uk.carecontracts.monitoring.voice.Identifiers;

/** Takes concerns from the day they are raised to what came of them. */
@ApplicationScoped
public class Concerns {
  private final Shelf<Concern> shelf;
  private final KnownContracts contracts;
  private final Caller caller;
  private final Event<ConcernChanged> changed;
  private final Clock clock;

  Concerns(
      Shelves shelves,
      KnownContracts contracts,
      Caller caller,
      Event<ConcernChanged> changed,
      Clock clock) {
    this.shelf = shelves.of("concern", "concern", Concern.class);
    this.contracts = contracts;
    this.caller = caller;
    this.changed = changed;
    this.clock = clock;
  }

  /**
   * A worry to record.
   *
   * @param contractId the contract it is about
   * @param providerId the provider, when it is about all of its contracts
   * @param locationId the home or branch, where one is meant
   * @param kind quality or safeguarding
   * @param severity how serious
   * @param source who raised it
   * @param summary what it is, without anyone's identity
   * @param personReference pseudonymous reference of the person concerned
   * @param raisedOn day it was raised; today when left out
   */
  @Schema(name = "ConcernRaised")
  public record Raised(
      @Nullable UUID contractId,
      @Nullable UUID providerId,
      @Nullable UUID locationId,
      @NotNull Kind kind,
      @NotNull Severity severity,
      @NotNull Source source,
      @NotBlank @Size(max = 4000) String summary,
      @Nullable @Size(max = 64) String personReference,
      @Nullable LocalDate raisedOn) {}

  /** A concern of the caller's authority. */
  Concern get(UUID id) {
    return shelf.get(id);
  }

  Page<Concern> page(ConcernFilter filter) {
    return shelf.page(filter.conditions(), filter.fingerprint(), filter);
  }

  /** Open concerns about a contract or its supplier as a whole. */
  public List<Concern> openAbout(KnownContract contract) {
    return shelf.list(about(contract).when(true, "status = 'OPEN'"), 500);
  }

  /** 404 unless a concern is about a contract or its supplier as a whole. */
  public void requireAbout(UUID concern, KnownContract contract) {
    if (shelf.list(about(contract).and("id = ?", concern), 1).isEmpty()) {
      throw ProblemException.notFound("concern", concern);
    }
  }

  private static Conditions about(KnownContract contract) {
    return new Conditions()
        .all(
            "(contract_id = ? or (contract_id is null and provider_id"
                + ProviderRecords.ANY_RECORD_OF
                + "))",
            contract.id(),
            contract.providerId());
  }

  /** Records a worry; the contract must be known, and nobody recognisable from the text. */
  public Concern raise(Raised raised) {
    LocalDate today = LocalDate.now(clock);
    LocalDate on = raised.raisedOn() == null ? today : raised.raisedOn();
    if (on.isAfter(today)) {
      throw new RuleViolation(
          "CONCERN_DATES_CONTRADICT", "A concern cannot be raised in the future.", "/raisedOn");
    }
    if (raised.contractId() == null && raised.providerId() == null) {
      throw new RuleViolation(
          "CONCERN_ABOUT_NOTHING", "Name the contract or the provider it is about.", "/contractId");
    }
    Identifiers.refuse(raised.summary(), "/summary");
    Identifiers.refuseReference(raised.personReference(), "/personReference");
    Concern concern =
        new Concern(
            Ids.next(),
            caller.authority(),
            raised.contractId(),
            provider(raised),
            raised.locationId(),
            raised.kind(),
            raised.severity(),
            Concern.Status.OPEN,
            raised.source(),
            raised.summary(),
            raised.personReference(),
            on,
            caller.subject(),
            null,
            null,
            1);
    return told(shelf.create(concern, "concern.raised.v1", Map.of()));
  }

  private @Nullable UUID provider(Raised raised) {
    if (raised.contractId() == null) {
      return raised.providerId();
    }
    KnownContract contract =
        contracts
            .find(raised.contractId())
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "CONTRACT_UNKNOWN",
                        "There is no contract " + raised.contractId() + ".",
                        "/contractId"));
    return raised.providerId() == null ? contract.providerId() : raised.providerId();
  }

  Concern regrade(UUID id, LongConsumer precondition, Concern.Severity severity, String reason) {
    Concern concern = shelf.lock(id, precondition);
    return told(
        shelf.change(
            concern.regrade(severity),
            "concern.regraded.v1",
            Map.of("severityBefore", concern.severity(), "reason", reason)));
  }

  Concern close(UUID id, LongConsumer precondition, @Nullable LocalDate on, String outcome) {
    LocalDate today = LocalDate.now(clock);
    LocalDate day = on == null ? today : on;
    if (day.isAfter(today)) {
      throw new RuleViolation(
          "CONCERN_DATES_CONTRADICT", "It cannot be closed in the future.", "/closedOn");
    }
    Identifiers.refuse(outcome, "/outcome");
    Concern closed = shelf.lock(id, precondition).close(day, outcome);
    return told(shelf.change(closed, "concern.closed.v1", Map.of()));
  }

  Concern reopen(UUID id, LongConsumer precondition, String reason) {
    Concern open = shelf.lock(id, precondition).reopen();
    return told(shelf.change(open, "concern.reopened.v1", Map.of("reason", reason)));
  }

  private Concern told(Concern concern) {
    changed.fire(new ConcernChanged(concern));
    return concern;
  }
}
