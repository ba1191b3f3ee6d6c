package uk.carecontracts.monitoring.reviews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.monitoring.actions.ActionPlans;
import uk.carecontracts.monitoring.assessments.Assessments;
import uk.carecontracts.monitoring.concerns.Concerns;
import uk.carecontracts.monitoring.contracts.KnownContract;
import uk.carecontracts.monitoring.contracts.KnownContracts;
import uk.carecontracts.monitoring.contracts.KnownNames;
import uk.carecontracts.monitoring.contracts.KnownNames.Names;
import uk.carecontracts.monitoring.dataquality.DataQuality;
import uk.carecontracts.monitoring.documents.Shelf;
import uk.carecontracts.monitoring.documents.Shelves;
import uk.carecontracts.monitoring.risk.Risks;
import uk.carecontracts.monitoring.scorecards.Scorecards;
import uk.carecontracts.monitoring.voice.Voice;

/** Prepares reviews, gathers what they look at and records what came of them. */
@ApplicationScoped
class Reviews {
  private final Shelf<ContractReview> shelf;
  private final KnownContracts contracts;
  private final KnownNames names;
  private final Scorecards scorecards;
  private final Risks risks;
  private final Concerns concerns;
  private final ActionPlans plans;
  private final Assessments assessments;
  private final Voice voice;
  private final DataQuality quality;
  private final Caller caller;
  private final Event<ReviewHeld> held;
  private final Clock clock;

  Reviews(
      Shelves shelves,
      KnownContracts contracts,
      KnownNames names,
      Scorecards scorecards,
      Risks risks,
      Concerns concerns,
      ActionPlans plans,
      Assessments assessments,
      Voice voice,
      DataQuality quality,
      Caller caller,
      Event<ReviewHeld> held,
      Clock clock) {
    this.shelf = shelves.of("contract-review", "contract_review_meeting", ContractReview.class);
    this.contracts = contracts;
    this.names = names;
    this.scorecards = scorecards;
    this.risks = risks;
    this.concerns = concerns;
    this.plans = plans;
    this.assessments = assessments;
    this.voice = voice;
    this.quality = quality;
    this.caller = caller;
    this.held = held;
    this.clock = clock;
  }

  ContractReview get(UUID id) {
    return shelf.get(id);
  }

  Page<ContractReview> page(ReviewFilter filter) {
    return shelf.page(filter.conditions(), filter.fingerprint(), filter);
  }

  /**
   * A review with what its contract is called.
   *
   * @param review the review
   * @param names of the contract and its supplier
   */
  record Row(ContractReview review, Names names) {}

  /** Reviews after one of them, oldest first. */
  List<Row> rows(ReviewFilter filter, @Nullable UUID after, int most) {
    List<ContractReview> found = shelf.list(filter.conditions().and("id > ?", after), most);
    Names known = names.of(found, each -> each.contractId(), each -> null);
    return found.stream().map(each -> new Row(each, known)).toList();
  }

  /** Prepares a review: the agenda is what the data says today. */
  ContractReview prepare(UUID contract, LocalDate plannedFor) {
    LocalDate today = LocalDate.now(clock);
    if (plannedFor.isBefore(today)) {
      throw new RuleViolation(
          "REVIEW_PLANNED_BEFORE", "A review is planned for today or later.", "/plannedFor");
    }
    ReviewData data = data(contract);
    return shelf.create(
        new ContractReview(
            Ids.next(),
            data.contract().authority(),
            contract,
            ContractReview.Status.PREPARED,
            plannedFor,
            Agenda.of(data),
            null,
            null,
            null,
            null,
            caller.subject(),
            1),
        "contract-review.prepared.v1",
        Map.of());
  }

  ContractReview hold(UUID id, LongConsumer precondition, Outcome outcome) {
    LocalDate on = outcome.heldOn();
    if (on.isAfter(LocalDate.now(clock))) {
      throw new RuleViolation("REVIEW_IN_FUTURE", "A review cannot lie in the future.", "/heldOn");
    }
    ContractReview prepared = shelf.lock(id, precondition);
    prepared.requirePrepared();
    UUID plan = actions(prepared, outcome);
    ContractReview review =
        shelf.change(
            prepared.held(on, outcome.summary(), outcome.decisions(), plan),
            "contract-review.held.v1",
            Map.of());
    held.fire(
        new ReviewHeld(
            review.contractId(), review.authority(), on, outcome.summary(), caller.subject()));
    return review;
  }

  private @Nullable UUID actions(ContractReview review, Outcome outcome) {
    List<ActionPlans.Wanted> wanted = outcome.actions();
    return wanted == null || wanted.isEmpty()
        ? null
        : plans.agreeAt(review.id(), known(review.contractId()), outcome.heldOn(), wanted).id();
  }

  /** The pack of a review with the data of today. */
  String pack(UUID id) {
    ContractReview review = shelf.get(id);
    return ReviewPack.html(review, data(review.contractId()), plans.ofReview(id).orElse(null));
  }

  private KnownContract known(UUID contractId) {
    return contracts
        .find(contractId)
        .orElseThrow(
            () ->
                new RuleViolation(
                    "CONTRACT_UNKNOWN", "There is no contract " + contractId + ".", "/contractId"));
  }

  private ReviewData data(UUID contractId) {
    KnownContract contract = known(contractId);
    return new ReviewData(
        contract,
        scorecards.latest(contractId).orElse(null),
        risks.of(contractId).orElse(null),
        concerns.openAbout(contract),
        plans.openOf(contractId),
        assessments.publishedOf(contractId),
        voice.summary(contractId),
        quality.of(contractId).orElse(null),
        LocalDate.now(clock));
  }
}
