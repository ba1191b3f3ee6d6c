package uk.carecontracts.contracts.placements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.fitness.Suspensions;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.contracts.register.ProviderSpokenFor;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;

/** Starts, changes and ends placements and tells everyone. */
@ApplicationScoped
class PlacementDesk {
  static final String AGGREGATE = "placement";

  private final PlacementRepository placements;
  private final HomeRepository homes;
  private final ContractRegister register;
  private final Suspensions suspensions;
  private final Event<PlacementAsked> asked;
  private final Journal journal;
  private final Clock clock;

  PlacementDesk(
      PlacementRepository placements,
      HomeRepository homes,
      ContractRegister register,
      Suspensions suspensions,
      Event<PlacementAsked> asked,
      Journal journal,
      Clock clock) {
    this.placements = placements;
    this.homes = homes;
    this.register = register;
    this.suspensions = suspensions;
    this.asked = asked;
    this.journal = journal;
    this.clock = clock;
  }

  /** Starts a placement, or refuses it with its reasons. */
  PlacementState start(String authority, PlacementRequest request) {
    LocalDate today = LocalDate.now(clock);
    PlacementRules.check(request, today);
    PlacementRules.checkBlock(request.kind(), request.contractId());
    if (request.reference() != null
        && placements.idOf(authority, request.reference()).isPresent()) {
      throw ProblemException.conflict(
          "REFERENCE_TAKEN",
          "The reference '" + request.reference() + "' is another placement's of " + authority);
    }
    SettledPlacement settled = settle(request);
    suspensions.refuseNewWork(
        authority,
        settled.provider().providerId(),
        settled.provider().name(),
        settled.serviceType(),
        "/provider");
    Placement placement = Placement.start(authority, settled, today, clock.instant());
    placements.persist(placement);
    return record(placement, "placement.started.v1", "Placement started.");
  }

  /** Fills what the request left to its location and contract. */
  private SettledPlacement settle(PlacementRequest request) {
    ContractState contract =
        request.contractId() == null ? null : register.require(request.contractId()).state();
    UUID providerId = request.provider().providerId();
    UUID speaker = providerId == null ? null : register.speakerFor(providerId);
    if (contract != null) {
      providerId = PlacementRules.checkContract(request, speaker, contract);
      speaker = providerId == null ? null : register.speakerFor(providerId);
    }
    Home home = request.locationId() == null ? null : homes.find(request.locationId());
    String area =
        firstOf(
            firstKnown(request.area(), home == null ? null : home.area()),
            contract == null ? null : contract.area());
    String careType = firstOf(request.careType(), home == null ? null : home.careType());
    String service =
        firstOf(request.serviceType(), contract == null ? null : contract.serviceType());
    String group = firstOf(request.clientGroup(), onlyGroup(contract));
    requireKnown(area, careType, service, group);
    PlacementProvider provider = new PlacementProvider(providerId, request.provider().name());
    if (contract != null) {
      asked.fire(new PlacementAsked(contract, provider.providerId(), provider.name(), service));
    }
    return new SettledPlacement(
        request.reference(),
        request.contractId(),
        provider,
        speaker,
        service,
        group,
        request.personReference(),
        new PlacementTerms(
            request.startDate(),
            request.kind(),
            careType,
            area,
            request.locationId(),
            request.weeklyPrice(),
            request.hoursPerWeek(),
            null),
        request.endDate());
  }

  private static @Nullable String firstKnown(@Nullable String stated, @Nullable String known) {
    return stated == null ? known : stated;
  }

  private static String firstOf(@Nullable String stated, @Nullable String known) {
    return stated != null ? stated : known == null ? "" : known;
  }

  private static @Nullable String onlyGroup(@Nullable ContractState contract) {
    return contract == null || contract.clientGroups().isEmpty()
        ? null
        : contract.clientGroups().get(0);
  }

  private static void requireKnown(String area, String care, String service, String group) {
    List<Violation> missing = new ArrayList<>();
    Map<String, String> known =
        Map.of("area", area, "careType", care, "serviceType", service, "clientGroup", group);
    Stream.of("area", "careType", "serviceType", "clientGroup")
        .filter(name -> known.get(name).isBlank())
        .map(
            name ->
                new Violation(
                    "/" + name, "Neither the placement nor its location or contract says " + name))
        .forEach(missing::add);
    if (!missing.isEmpty()) {
      throw new RuleViolation("PLACEMENT_INCOMPLETE", missing);
    }
  }

  /** A placement of the caller's authority, or 404. */
  Placement require(UUID id) {
    return placements
        .findByIdOptional(id)
        .orElseThrow(() -> ProblemException.notFound("placement", id));
  }

  /** Gives a placement new terms from a day on. */
  PlacementState change(UUID id, LongConsumer check, PlacementChange change) {
    Placement placement = require(id);
    check.accept(placement.version());
    PlacementRules.check(change);
    if (change.kind() != null) {
      PlacementRules.checkBlock(change.kind(), placement.state().contractId());
    }
    placement.change(change, LocalDate.now(clock), clock.instant());
    return record(placement, "placement.changed.v1", change.reason());
  }

  /** Settles the last day of a placement. */
  PlacementState end(UUID id, LongConsumer check, LocalDate day, String reason) {
    Placement placement = require(id);
    check.accept(placement.version());
    placement.end(day, reason, LocalDate.now(clock), clock.instant());
    return placement.hasEnded()
        ? record(placement, "placement.ended.v1", reason)
        : record(placement, "placement.changed.v1", reason);
  }

  /** Ends a placement whose known last day has come. */
  void runOut(UUID id) {
    Placement placement = require(id);
    Instant now = clock.instant();
    placement.runOut(LocalDate.now(clock), now);
    record(placement, "placement.ended.v1", "Its last day has come.");
  }

  /** Placements follow merges of provider records, and go back when one is taken back. */
  void follow(@Observes ProviderSpokenFor spoken) {
    Instant now = clock.instant();
    for (Placement placement : placements.namedFor(spoken.provider())) {
      placement.speaks(spoken.speaker(), now);
      record(placement, "placement.changed.v1", spoken.reason());
    }
  }

  private PlacementState record(Placement placement, String type, String reason) {
    placements.flush();
    PlacementState state = placement.state();
    placements.keepTerms(state);
    journal.append(
        new Entry(
            AGGREGATE,
            state.id(),
            state.version(),
            type,
            state.authority(),
            state,
            Map.of("reason", reason)));
    return state;
  }
}
