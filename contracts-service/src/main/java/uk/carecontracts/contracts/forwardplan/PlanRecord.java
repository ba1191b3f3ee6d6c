package uk.carecontracts.contracts.forwardplan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.options.DecisionKind;
import uk.carecontracts.contracts.planning.PlanningRecord;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * What was decided and done about the coming decisions of a contract. The dates themselves are
 * worked out from the register and the policy.
 *
 * @param id identity, the same for ever for a contract
 * @param authority GSS code
 * @param contractId the contract
 * @param team who does the work; the contract's department when left out
 * @param intention what is meant to follow
 * @param published whether suppliers see it in the pipeline
 * @param summary what suppliers are told about it
 * @param lots parts that may be tendered by themselves
 * @param done steps that are taken
 * @param moves steps whose day was moved, with the reason
 * @param version raised by every change; 0 while nobody has said anything
 */
public record PlanRecord(
    UUID id,
    String authority,
    UUID contractId,
    @Nullable String team,
    Intention intention,
    boolean published,
    @Nullable String summary,
    List<String> lots,
    List<Done> done,
    List<Move> moves,
    long version)
    implements PlanningRecord {

  /**
   * A step that is taken.
   *
   * @param decision the decision it leads to
   * @param day the last day of that decision, so that the next round starts anew
   * @param code the step
   * @param on the day it was taken
   * @param evidence what shows it
   */
  public record Done(
      DecisionKind decision, LocalDate day, String code, LocalDate on, @Nullable String evidence) {}

  /**
   * A step with a day of its own.
   *
   * @param decision the decision it leads to
   * @param day the last day of that decision
   * @param code the step
   * @param to the day it is due instead
   * @param reason why
   */
  public record Move(
      DecisionKind decision, LocalDate day, String code, LocalDate to, String reason) {}

  /** Copies the lists. */
  public PlanRecord {
    lots = lots == null ? List.of() : List.copyOf(lots);
    done = done == null ? List.of() : List.copyOf(done);
    moves = moves == null ? List.of() : List.copyOf(moves);
  }

  /** A contract about which nothing was said yet. */
  public static PlanRecord untouched(String authority, UUID contractId) {
    return new PlanRecord(
        Ids.named("forward-plan:" + contractId),
        authority,
        contractId,
        null,
        Intention.UNDECIDED,
        true,
        null,
        List.of(),
        List.of(),
        List.of(),
        0);
  }

  /** Says what is meant to follow and who works on it. */
  PlanRecord intending(
      @Nullable String newTeam,
      Intention newIntention,
      boolean newPublished,
      @Nullable String newSummary,
      List<String> newLots) {
    return new PlanRecord(
        id,
        authority,
        contractId,
        newTeam,
        newIntention,
        newPublished,
        newSummary,
        newLots,
        done,
        moves,
        version + 1);
  }

  /** Records that a step is taken; once only. */
  PlanRecord took(Decision decision, String code, LocalDate on, @Nullable String evidence) {
    if (completion(decision, code).isPresent()) {
      throw new RuleViolation("MILESTONE_DONE", code + " was already recorded as done.");
    }
    List<Done> all = new ArrayList<>(done);
    all.add(new Done(decision.kind(), decision.day(), code, on, evidence));
    return with(all, moves);
  }

  /** Moves the day of a step, replacing an earlier move. */
  PlanRecord moving(Decision decision, String code, LocalDate to, String reason) {
    if (completion(decision, code).isPresent()) {
      throw new RuleViolation("MILESTONE_DONE", code + " is done; its day no longer moves.");
    }
    List<Move> all = new ArrayList<>(moves);
    all.removeIf(each -> is(decision, code, each.decision(), each.day(), each.code()));
    all.add(new Move(decision.kind(), decision.day(), code, to, reason));
    return with(done, all);
  }

  /** The same record for a decision whose day is another one. */
  PlanRecord redated(Decision decision, LocalDate to) {
    return new PlanRecord(
        id,
        authority,
        contractId,
        team,
        intention,
        published,
        summary,
        lots,
        done.stream()
            .map(
                each ->
                    is(decision, each.code(), each.decision(), each.day(), each.code())
                        ? new Done(each.decision(), to, each.code(), each.on(), each.evidence())
                        : each)
            .toList(),
        moves,
        version);
  }

  private PlanRecord with(List<Done> newDone, List<Move> newMoves) {
    return new PlanRecord(
        id,
        authority,
        contractId,
        team,
        intention,
        published,
        summary,
        lots,
        newDone,
        newMoves,
        version + 1);
  }

  /** How a step was taken, if it was. */
  Optional<Done> completion(Decision decision, String code) {
    return done.stream()
        .filter(each -> is(decision, code, each.decision(), each.day(), each.code()))
        .findFirst();
  }

  /** The day of its own a step has, if any. */
  Optional<Move> move(Decision decision, String code) {
    return moves.stream()
        .filter(each -> is(decision, code, each.decision(), each.day(), each.code()))
        .findFirst();
  }

  private static boolean is(
      Decision decision, String code, DecisionKind kind, LocalDate day, String otherCode) {
    return decision.kind() == kind && decision.day().equals(day) && code.equals(otherCode);
  }
}
