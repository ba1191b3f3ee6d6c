package uk.carecontracts.monitoring.actions;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.assessments.Assessment;
import uk.carecontracts.monitoring.assessments.Assessments;
import uk.carecontracts.monitoring.assessments.Judged;
import uk.carecontracts.monitoring.concerns.Concerns;
import uk.carecontracts.monitoring.contracts.ContractChanged;
import uk.carecontracts.monitoring.contracts.KnownContract;
import uk.carecontracts.monitoring.contracts.KnownContracts;
import uk.carecontracts.monitoring.documents.Shelf;
import uk.carecontracts.monitoring.documents.Shelves;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/** Makes action plans and follows them to their end. */
@ApplicationScoped
public class ActionPlans {
  private final Shelf<ActionPlan> shelf;
  private final Assessments assessments;
  private final Concerns concerns;
  private final KnownContracts contracts;
  private final ProviderReach reach;
  private final ProviderRecords records;
  private final Caller caller;
  private final Event<ActionPlanChanged> changed;
  private final Clock clock;

  ActionPlans(
      Shelves shelves,
      Assessments assessments,
      Concerns concerns,
      KnownContracts contracts,
      ProviderReach reach,
      ProviderRecords records,
      Caller caller,
      Event<ActionPlanChanged> changed,
      Clock clock) {
    this.shelf = shelves.of("action-plan", "action_plan", ActionPlan.class);
    this.assessments = assessments;
    this.concerns = concerns;
    this.contracts = contracts;
    this.reach = reach;
    this.records = records;
    this.caller = caller;
    this.changed = changed;
    this.clock = clock;
  }

  /**
   * A plan to agree.
   *
   * @param assessmentId the published assessment whose shortfalls it answers
   * @param contractId the contract, when it answers no assessment
   * @param concernId the concern it answers
   * @param actions what will be done; at least one for each shortfall
   */
  @Schema(name = "ActionPlanRequest")
  public record Request(
      @Nullable UUID assessmentId,
      @Nullable UUID contractId,
      @Nullable UUID concernId,
      @NotEmpty @Size(max = 200) List<@NotNull @Valid Wanted> actions) {}

  /**
   * An action to agree.
   *
   * @param shortfall what it answers: for an assessment the code of the standard, for a review the
   *     point of its agenda
   * @param action what will be done
   * @param owner who does it, by role
   * @param dueOn last day
   */
  @Schema(name = "ActionRequest")
  public record Wanted(
      @NotBlank @Size(max = 300) String shortfall,
      @NotBlank @Size(max = 4000) String action,
      @NotBlank @Size(max = 200) String owner,
      @NotNull LocalDate dueOn) {}

  /** A plan the caller may see. */
  ActionPlan get(UUID id) {
    ActionPlan found = shelf.get(id);
    reach.requireParty(found.providerId());
    return found;
  }

  Page<ActionPlan> page(ActionPlanFilter filter) {
    filter.providerId = reach.narrow(filter.providerId);
    return shelf.page(filter.conditions(), filter.fingerprint(), filter);
  }

  /** Another supplier, or the one only now matched, takes over what is open. */
  void onContract(@Observes @Priority(100) ContractChanged event) {
    UUID supplier = event.contract().providerId();
    if (supplier == null) {
      return;
    }
    for (ActionPlan seen : openOf(event.contract().id())) {
      if (!records.same(supplier, seen.providerId())) {
        told(
            shelf.change(
                shelf.lock(seen.id()).suppliedBy(supplier),
                "action-plan.supplier-changed.v1",
                Map.of()));
      }
    }
  }

  /** Plans of a contract that are not completed. */
  public List<ActionPlan> openOf(UUID contract) {
    return shelf.list(
        new Conditions().and("contract_id = ?", contract).when(true, "status = 'OPEN'"), 500);
  }

  ActionPlan agree(Request request) {
    UUID contractId = request.contractId();
    if (request.assessmentId() != null) {
      Assessment assessment = assessments.get(request.assessmentId());
      contractId = assessment.contractId();
      requireEveryShortfall(assessment, request.actions());
      requireFirst(assessment.id());
    }
    if (contractId == null) {
      throw new RuleViolation(
          "ACTION_PLAN_OF_NOTHING", "Name the assessment or the contract.", "/assessmentId");
    }
    UUID asked = contractId;
    KnownContract contract =
        contracts.find(asked).orElseThrow(() -> ProblemException.notFound("contract", asked));
    reach.requireParty(contract.providerId());
    if (request.concernId() != null) {
      concerns.requireAbout(request.concernId(), contract);
    }
    Answered answered = new Answered(request.assessmentId(), request.concernId(), null);
    return agree(contract, answered, LocalDate.now(clock), request.actions());
  }

  /**
   * Agrees what was decided to be done at a contract review, in the running transaction. Who writes
   * the review down later may name actions that are due, or late, by now.
   *
   * @param heldOn day of the review, before which no action is due
   */
  public ActionPlan agreeAt(
      UUID review, KnownContract contract, LocalDate heldOn, List<Wanted> actions) {
    return agree(contract, new Answered(null, null, review), heldOn, actions);
  }

  /** The plan agreed at a contract review, when actions were. */
  public Optional<ActionPlan> ofReview(UUID review) {
    return shelf.list(new Conditions().and("review_id = ?", review), 1).stream().findFirst();
  }

  /** What a plan answers; nothing but the contract when all are absent. */
  private record Answered(
      @Nullable UUID assessment, @Nullable UUID concern, @Nullable UUID review) {}

  private ActionPlan agree(
      KnownContract contract, Answered answered, LocalDate on, List<Wanted> wanted) {
    List<Action> actions = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      actions.add(action(wanted.get(i), on, "/actions/" + i + "/dueOn"));
    }
    return told(
        shelf.create(
            new ActionPlan(
                Ids.next(),
                contract.authority(),
                contract.id(),
                contract.providerId(),
                answered.assessment(),
                answered.concern(),
                answered.review(),
                on,
                ActionPlan.Status.OPEN,
                actions,
                ActionPlan.nextDue(actions),
                1),
            "action-plan.agreed.v1",
            Map.of()));
  }

  private void requireFirst(UUID assessment) {
    if (!shelf.list(new Conditions().and("assessment_id = ?", assessment), 1).isEmpty()) {
      throw ProblemException.conflict(
          "ACTION_PLAN_EXISTS", "The assessment has its action plan already.");
    }
  }

  private static Action action(Wanted wanted, LocalDate agreedOn, String pointer) {
    if (wanted.dueOn().isBefore(agreedOn)) {
      throw new RuleViolation(
          "ACTION_DUE_BEFORE", "An action is due on " + agreedOn + " or later.", pointer);
    }
    return new Action(
        Ids.next(),
        wanted.shortfall(),
        wanted.action(),
        wanted.owner(),
        wanted.dueOn(),
        Action.Status.OPEN,
        null,
        null,
        null,
        null,
        null);
  }

  private static void requireEveryShortfall(Assessment assessment, List<Wanted> actions) {
    if (assessment.status() != Assessment.Status.PUBLISHED) {
      throw ProblemException.conflict(
          "ASSESSMENT_STATUS", "Actions answer a published assessment.");
    }
    Set<String> answered = actions.stream().map(Wanted::shortfall).collect(Collectors.toSet());
    List<String> missing =
        assessment.shortfalls().stream()
            .map(Judged::standard)
            .filter(standard -> !answered.contains(standard))
            .toList();
    if (!missing.isEmpty()) {
      throw new RuleViolation(
          "SHORTFALL_WITHOUT_ACTION",
          "Each shortfall needs an action; missing: " + String.join(", ", missing),
          "/actions");
    }
  }

  ActionPlan done(UUID id, UUID action, LongConsumer precondition, String evidence) {
    get(id);
    return told(
        shelf.change(
            shelf
                .lock(id, precondition)
                .done(action, evidence, LocalDate.now(clock), caller.subject()),
            "action-plan.action-done.v1",
            Map.of("actionId", action)));
  }

  ActionPlan verify(UUID id, UUID action, LongConsumer precondition, boolean accepted, String why) {
    return told(
        shelf.change(
            shelf
                .lock(id, precondition)
                .verified(action, accepted, LocalDate.now(clock), caller.subject()),
            accepted ? "action-plan.action-verified.v1" : "action-plan.action-reopened.v1",
            Map.of("actionId", action, "reason", why)));
  }

  private ActionPlan told(ActionPlan plan) {
    changed.fire(new ActionPlanChanged(plan));
    return plan;
  }
}
