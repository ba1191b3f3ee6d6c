package uk.carecontracts.stack.demo;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step of a contract's life. */
enum Step {
  /** Publishes the opportunity. */
  PUBLISH_TENDER("publish-tender"),
  /** Chooses suppliers. */
  AWARD("award"),
  /** Begins the service. */
  ACTIVATE("activate"),
  /** Ends the contract before its time. */
  TERMINATE("terminate"),
  /** Winds the service down by a plan. */
  DECOMMISSION("decommission"),
  /** Gives the contract up before its service begins. */
  CANCEL("cancel");

  private final String path;

  Step(String path) {
    this.path = path;
  }

  /** The last part of the step's path. */
  String path() {
    return path;
  }

  /** What is next for a contract that has come to a status; nothing when it is where it should. */
  static Optional<Step> next(DemoContract contract, String status) {
    Stage goal = contract.line().stage();
    return switch (status) {
      case "DRAFT" -> fromDraft(contract, goal);
      case "PUBLISHED_TENDER" ->
          goal == Stage.CANCELLED
              ? Optional.of(CANCEL)
              : Optional.of(AWARD).filter(step -> goal.awarded());
      case "AWARDED" -> Optional.of(ACTIVATE).filter(step -> goal.begun());
      case "ACTIVE" ->
          switch (goal) {
            case TERMINATED -> Optional.of(TERMINATE);
            case DECOMMISSIONED -> Optional.of(DECOMMISSION);
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  private static Optional<Step> fromDraft(DemoContract contract, Stage goal) {
    if (goal == Stage.DRAFT) {
      return Optional.empty();
    }
    boolean published = contract.line().tendered() || !goal.awarded();
    return Optional.of(published ? PUBLISH_TENDER : AWARD);
  }

  /** What is sent with the step; null for nothing. */
  @Nullable Object body(DemoContract contract, Map<String, UUID> providers) {
    return switch (this) {
      case PUBLISH_TENDER, ACTIVATE -> null;
      case AWARD -> ContractBodies.award(contract, providers);
      case TERMINATE -> ContractBodies.termination(contract);
      case DECOMMISSION -> ContractBodies.decommissioning(contract);
      case CANCEL -> ContractBodies.cancellation(contract);
    };
  }
}
