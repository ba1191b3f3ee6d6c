package uk.carecontracts.monitoring.visits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;

/** Throws parked visits away, with a reason that stays. */
@ApplicationScoped
class DiscardDesk {
  private final ParkedVisits parked;
  private final VisitMerge merge;
  private final Journal journal;
  private final Caller caller;
  private final Clock clock;

  DiscardDesk(ParkedVisits parked, VisitMerge merge, Journal journal, Caller caller, Clock clock) {
    this.parked = parked;
    this.merge = merge;
    this.journal = journal;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * What to discard: visits by id, or those that name a contract.
   *
   * @param visitIds the sending system's ids
   * @param contractReference the contract they name; the thousand parked first when there are more
   * @param reason why they will never find their contract
   */
  @Schema(name = "VisitDiscardRequest")
  public record Request(
      @Nullable @Size(min = 1, max = ParkedVisits.MOST_DISCARDED) List<@NotBlank String> visitIds,
      @Nullable @Size(min = 1, max = 100) String contractReference,
      @NotBlank @Size(max = 2000) String reason) {}

  /**
   * Discards, in the running transaction.
   *
   * @throws RuleViolation when nothing of it is parked
   */
  VisitDiscard discard(Request request) {
    if ((request.visitIds() == null) == (request.contractReference() == null)) {
      throw ProblemException.badRequest(
          "/visitIds", "Name either the visits or the contract reference.");
    }
    String authority = caller.authority();
    merge.takeTurns(authority);
    List<ParkedVisits.Named> gone =
        parked.discard(authority, request.visitIds(), request.contractReference());
    if (gone.isEmpty()) {
      throw new RuleViolation("NOTHING_PARKED", "Nothing of that is parked.");
    }
    VisitDiscard discard =
        new VisitDiscard(
            Ids.next(),
            authority,
            gone.stream().map(ParkedVisits.Named::visitId).sorted().toList(),
            gone.stream().map(ParkedVisits.Named::reference).distinct().sorted().toList(),
            request.reason(),
            caller.subject(),
            clock.instant(),
            1);
    journal.append(
        new Entry(
            "visit-discard",
            discard.id(),
            discard.version(),
            "visit-discard.recorded.v1",
            authority,
            discard,
            Map.of()));
    return discard;
  }
}
