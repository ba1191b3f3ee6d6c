package uk.carecontracts.providers.innovation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * A proposal and all that happened to it.
 *
 * @param id the proposal
 * @param authority GSS code of the authority
 * @param providerId whose idea it is; absent for the authority's own
 * @param kind what it is about
 * @param title its title
 * @param description what is proposed
 * @param element the part of a specification it is about
 * @param status where it stands
 * @param submittedBy who handed it in
 * @param submittedAt when
 * @param triage what triage decided
 * @param businessCase the business case with its arithmetic
 * @param award what was set aside for it
 * @param pilot its trial
 * @param result what the trial found
 * @param benefits what it brought, time by time
 * @param saved what it saved in all
 * @param stillToRepay what of the award is neither given back nor repaid
 * @param version number of the proposal's version
 */
@Schema(name = "InnovationProposal")
public record ProposalState(
    UUID id,
    String authority,
    @Nullable UUID providerId,
    ProposalKind kind,
    String title,
    String description,
    ProposalStory.@Nullable Element element,
    ProposalStatus status,
    String submittedBy,
    Instant submittedAt,
    ProposalStory.@Nullable Triage triage,
    ProposalStory.@Nullable Case businessCase,
    ProposalStory.@Nullable Award award,
    ProposalStory.@Nullable Pilot pilot,
    ProposalStory.@Nullable Result result,
    List<ProposalStory.Benefit> benefits,
    Money saved,
    Money stillToRepay,
    long version) {}
