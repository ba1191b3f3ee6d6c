package uk.carecontracts.providers.innovation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.providers.register.Providers;

/** Who may see a proposal: officers of its authority, and the provider whose idea it is. */
@ApplicationScoped
class ProposalAccess {

  private final ProposalRepository proposals;
  private final Providers providers;
  private final Caller caller;
  private final Preconditions preconditions;

  ProposalAccess(
      ProposalRepository proposals,
      Providers providers,
      Caller caller,
      Preconditions preconditions) {
    this.proposals = proposals;
    this.providers = providers;
    this.caller = caller;
    this.preconditions = preconditions;
  }

  /** The proposal, for a write from the version that was read. */
  Proposal changing(UUID id) {
    Proposal proposal = visible(id);
    preconditions.requireMatch(proposal.version());
    return proposal;
  }

  /** The proposal, if the caller may see it. */
  Proposal visible(UUID id) {
    Proposal found = proposals.require(id);
    if (!isOfficer() && !providers.family(own()).contains(found.providerId())) {
      throw notYours();
    }
    return found;
  }

  static ProblemException notYours() {
    return ProblemException.forbidden("NOT_YOUR_PROPOSAL", "The token acts for another provider.");
  }

  boolean isOfficer() {
    return caller.hasScope("providers:write");
  }

  /** The provider the token acts for. */
  UUID own() {
    UUID claimed =
        caller
            .providerId()
            .orElseThrow(
                () ->
                    ProblemException.forbidden(
                        "NO_PROVIDER", "Only officers and the provider itself may do this."));
    return providers.requireSurvivor(claimed).id();
  }

  /**
   * Whose proposals a list shows: those of the provider asked for, or of the token's; null: all.
   */
  @Nullable List<UUID> listed(@Nullable UUID asked) {
    UUID provider = isOfficer() ? asked : own();
    return provider == null ? null : providers.family(provider);
  }
}
