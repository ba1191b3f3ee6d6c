package uk.carecontracts.contracts.projects;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.planning.PlanningRecord;
import uk.carecontracts.contracts.projects.ChecklistItem.Evidence;
import uk.carecontracts.contracts.projects.ChecklistItem.ItemStatus;
import uk.carecontracts.contracts.projects.ChecklistItem.Waiver;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * A procurement on its way through the gates (DOMAIN.md, S5). Each verb checks what must hold and
 * gives the next version.
 *
 * @param id identity
 * @param authority GSS code of the authority that leads it
 * @param terms what is to be bought
 * @param opportunityId the joint procurement it carries out
 * @param template checklist it follows
 * @param valueTier tier of its estimated value
 * @param stage where it stands
 * @param items what the gates ask for
 * @param appraisal its options appraisal
 * @param risks its risk register
 * @param decisions who decided what and why
 * @param contractId the contract it ended in
 * @param openedOn the day it began
 * @param closedOn the day its round was over
 * @param announcement what suppliers are told, while it stands in the public pipeline
 * @param version raised by every change; also its entity tag
 */
public record Project(
    UUID id,
    String authority,
    ProjectTerms terms,
    @Nullable UUID opportunityId,
    String template,
    String valueTier,
    Stage stage,
    List<ChecklistItem> items,
    @Nullable OptionsAppraisal appraisal,
    List<Risk> risks,
    List<Decision> decisions,
    @Nullable UUID contractId,
    LocalDate openedOn,
    @Nullable LocalDate closedOn,
    @Nullable Announcement announcement,
    long version)
    implements PlanningRecord {
  private static final String APPRAISAL_ITEM = "OPTIONS_APPRAISAL";
  private static final String RISK_ITEM = "RISK_ASSESSMENT";

  /**
   * A decision.
   *
   * @param kind GATE, WAIVER, OPTION, AWARD or OTHER
   * @param stage the stage it was taken in
   * @param what what was decided
   * @param why why
   * @param by who decided
   * @param on the day
   */
  public record Decision(Kind kind, Stage stage, String what, String why, String by, LocalDate on) {
    /** What a decision is about. */
    public enum Kind {
      /** A gate was passed. */
      GATE,
      /** Something was left out. */
      WAIVER,
      /** People who use the service were left out. */
      SERVICE_USERS_LEFT_OUT,
      /** An option was chosen. */
      OPTION,
      /** A supplier was chosen. */
      AWARD,
      /** Anything else. */
      OTHER
    }
  }

  /** A new project with the checklist for its value and service. */
  static Project open(
      String authority,
      ProjectTerms terms,
      @Nullable UUID opportunityId,
      Template template,
      LocalDate today) {
    String tier = template.tierOf(terms.worth());
    return new Project(
        Ids.next(),
        authority,
        terms,
        opportunityId,
        template.code(),
        tier,
        Stage.ANALYSE,
        template.checklist(tier, terms.serviceType()),
        null,
        List.of(),
        List.of(),
        null,
        today,
        null,
        null,
        1);
  }

  /** Records what shows that an item is done. */
  Project evidenced(String code, Evidence evidence) {
    requireRunning();
    if (code.equals(APPRAISAL_ITEM) && (appraisal == null || appraisal.chosen() == null)) {
      throw new RuleViolation(
          "APPRAISAL_MISSING", "Record the options appraisal with the option chosen first.");
    }
    if (code.equals(RISK_ITEM) && risks.isEmpty()) {
      throw new RuleViolation("RISKS_MISSING", "Record at least one risk first.");
    }
    return change(change -> change.items = replaced(code, item -> item.done(evidence)));
  }

  /** Leaves an item out. */
  Project waived(String code, Waiver waiver) {
    requireRunning();
    ChecklistItem item = item(code);
    WaiverPolicy.check(item, waiver.reason(), waiver.lesserSteps());
    Decision.Kind kind =
        item.serviceUsers() ? Decision.Kind.SERVICE_USERS_LEFT_OUT : Decision.Kind.WAIVER;
    return change(
        change -> {
          change.items = replaced(code, each -> each.waived(waiver));
          change.decide(
              kind, "Left out: " + item.title(), waiver.reason(), waiver.by(), waiver.on());
        });
  }

  /** Goes through the gate at the end of the present stage. */
  Project passGate(String by, String why, LocalDate on) {
    requireRunning();
    List<Violation> open =
        items.stream()
            .filter(item -> item.blocks(stage))
            .map(item -> new Violation("/items/" + item.code(), item.title() + " is open."))
            .toList();
    if (!open.isEmpty()) {
      throw new RuleViolation("GATE_CLOSED", open);
    }
    if (stage == Stage.DO && contractId == null) {
      throw new RuleViolation("NOT_AWARDED", "Award the contract before the review begins.");
    }
    return change(
        change -> {
          change.decide(Decision.Kind.GATE, "Gate " + stage + " passed", why, by, on);
          change.stage = stage.next();
          change.closedOn = change.stage == Stage.CLOSED ? on : null;
        });
  }

  /** Records the options appraisal. */
  Project appraised(OptionsAppraisal appraised, String by, LocalDate on) {
    requireRunning();
    OptionsAppraisal checked = appraised.checked();
    return change(
        change -> {
          change.appraisal = checked;
          if (checked.chosen() != null) {
            String why = checked.reason() == null ? "It has the best score." : checked.reason();
            change.decide(
                Decision.Kind.OPTION, "Option " + checked.chosen() + " chosen", why, by, on);
          }
        });
  }

  /** Puts a risk into the register, or replaces what it says of it. */
  Project atRisk(Risk risk) {
    requireRunning();
    List<Risk> all = new ArrayList<>(risks);
    all.removeIf(each -> each.code().equals(risk.code()));
    all.add(risk);
    return change(change -> change.risks = all);
  }

  /** Tells suppliers of it in the public pipeline, or, with null, no longer. */
  Project announced(@Nullable Announcement said) {
    requireRunning();
    if (said != null) {
      List<Violation> against = new ArrayList<>();
      if (terms.start() == null) {
        against.add(new Violation("/terms/start", "Say when the service is to begin."));
      }
      if (!terms.replaces().isEmpty()) {
        against.add(
            new Violation(
                "/terms/replaces", "The contracts it replaces stand in the pipeline already."));
      }
      if (contractId != null) {
        against.add(new Violation("/contractId", "It is awarded."));
      }
      if (!against.isEmpty()) {
        throw new RuleViolation("NOT_FOR_THE_PIPELINE", against);
      }
    }
    return change(change -> change.announcement = said);
  }

  /** Records any other decision. */
  Project decided(String what, String why, String by, LocalDate on) {
    requireRunning();
    return change(change -> change.decide(Decision.Kind.OTHER, what, why, by, on));
  }

  /** Refuses an award that is too early or the second one. */
  void requireAwardable() {
    if (stage != Stage.DO) {
      throw new RuleViolation(
          "WRONG_STAGE", "A contract is awarded in DO; the project is in " + stage + ".");
    }
    if (contractId != null) {
      throw new RuleViolation("ALREADY_AWARDED", "The project ended in contract " + contractId);
    }
  }

  /** Records the contract it ended in. */
  Project awarded(UUID contract, String why, String by, LocalDate on) {
    requireAwardable();
    return change(
        change -> {
          change.contractId = contract;
          change.decide(Decision.Kind.AWARD, "Contract awarded", why, by, on);
        });
  }

  private ChecklistItem item(String code) {
    return items.stream()
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("checklist item", code));
  }

  private List<ChecklistItem> replaced(String code, UnaryOperator<ChecklistItem> verb) {
    item(code);
    return items.stream().map(each -> each.code().equals(code) ? verb.apply(each) : each).toList();
  }

  private void requireRunning() {
    if (stage == Stage.CLOSED) {
      throw new RuleViolation("PROJECT_CLOSED", "The project is closed; what it says stays.");
    }
  }

  /** How many required items the present gate still waits for. */
  long openItems() {
    return items.stream().filter(item -> item.blocks(stage)).count();
  }

  /** Whether something was left out that is about people who use the service. */
  boolean leftServiceUsersOut() {
    return items.stream()
        .anyMatch(item -> item.serviceUsers() && item.status() == ItemStatus.WAIVED);
  }

  private Project change(Consumer<ProjectChange> verb) {
    ProjectChange change = new ProjectChange(this);
    verb.accept(change);
    return new Project(
        id,
        authority,
        terms,
        opportunityId,
        template,
        valueTier,
        change.stage,
        change.items,
        change.appraisal,
        change.risks,
        change.decisions,
        change.contractId,
        openedOn,
        change.closedOn,
        change.announcement,
        version + 1);
  }
}
