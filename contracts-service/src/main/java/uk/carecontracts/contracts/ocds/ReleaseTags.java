package uk.carecontracts.contracts.ocds;

import uk.carecontracts.contracts.register.ContractEvent;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.ContractStatus;

/** Which tag of the standard's closed list tells best what a version of a contract brought. */
final class ReleaseTags {
  private ReleaseTags() {}

  /**
   * The tag of a version.
   *
   * @param statusIsNew whether the version brought the status it has
   */
  static String of(ContractEvent event, ContractState state, boolean statusIsNew) {
    return switch (event) {
      case TENDER_PUBLISHED -> "tender";
      case AWARDED -> "award";
      case ACTIVATED -> "contract";
      case EXPIRED, TERMINATED, DECOMMISSIONED -> "contractTermination";
      case CANCELLED -> cancellation(state);
      case IMPORTED -> statusIsNew ? arrival(state) : update(state);
      case AMENDED, VARIED, EXTENDED, BREAK_EXERCISED -> amendment(state);
      case DRAFTED,
          CORRECTED,
          VARIATION_PROPOSED,
          SUPPLIER_IDENTIFIED,
          ENDING_ANNOUNCED,
          ENDING_WITHDRAWN ->
          update(state);
    };
  }

  private static String cancellation(ContractState state) {
    return state.parties().isEmpty() ? "tenderCancellation" : "awardCancellation";
  }

  private static String arrival(ContractState state) {
    return switch (state.status()) {
      case DRAFT -> "planning";
      case PUBLISHED_TENDER -> "tender";
      case AWARDED -> "award";
      case ACTIVE -> "contract";
      case CANCELLED -> cancellation(state);
      case EXPIRED, TERMINATED, DECOMMISSIONED -> "contractTermination";
    };
  }

  /** The tag of news about a contract that is no new version of it. */
  static String update(ContractState state) {
    return switch (state.status()) {
      case DRAFT -> "planningUpdate";
      case PUBLISHED_TENDER -> "tenderUpdate";
      case AWARDED -> "awardUpdate";
      case ACTIVE, EXPIRED, TERMINATED, DECOMMISSIONED -> "contractUpdate";
      case CANCELLED -> state.parties().isEmpty() ? "tenderUpdate" : "awardUpdate";
    };
  }

  private static String amendment(ContractState state) {
    return switch (state.status()) {
      case PUBLISHED_TENDER -> "tenderAmendment";
      case ACTIVE -> "contractAmendment";
      default -> update(state);
    };
  }

  /** Whether the contract came as far as an award. */
  static boolean hasAward(ContractState state) {
    return !state.parties().isEmpty()
        && state.status() != ContractStatus.DRAFT
        && state.status() != ContractStatus.PUBLISHED_TENDER;
  }
}
