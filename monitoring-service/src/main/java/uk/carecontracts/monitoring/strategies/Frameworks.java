package uk.carecontracts.monitoring.strategies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.monitoring.documents.Shelf;
import uk.carecontracts.monitoring.documents.Shelves;

/** Keeps outcome frameworks edition by edition. */
@ApplicationScoped
class Frameworks {
  private final Shelf<OutcomeFramework> shelf;
  private final Caller caller;

  Frameworks(Shelves shelves, Caller caller) {
    this.shelf = shelves.of("outcome-framework", "outcome_framework", OutcomeFramework.class);
    this.caller = caller;
  }

  /**
   * An edition to draft.
   *
   * @param code the framework, the same in every edition
   * @param title its title
   * @param edition which edition
   * @param outcomes with their indicators
   * @param source where it comes from
   */
  @Schema(name = "OutcomeFrameworkRequest")
  public record Draft(
      @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,59}") String code,
      @NotBlank @Size(max = 300) String title,
      @NotBlank @Size(max = 40) String edition,
      @NotEmpty List<OutcomeFramework.@NotNull @Valid Outcome> outcomes,
      @NotBlank @Size(max = 500) String source) {}

  OutcomeFramework get(UUID id) {
    return shelf.get(id);
  }

  Page<OutcomeFramework> page(@Nullable String code, ListFilter filter) {
    return shelf.page(
        new Conditions().and("code = ?", code), Cursor.fingerprint("frameworks", code), filter);
  }

  OutcomeFramework draft(Draft draft) {
    return shelf.create(
        new OutcomeFramework(
            Ids.next(),
            caller.authority(),
            draft.code(),
            draft.title(),
            draft.edition(),
            OutcomeFramework.Status.DRAFT,
            null,
            List.copyOf(draft.outcomes()),
            draft.source(),
            1),
        "outcome-framework.drafted.v1",
        Map.of());
  }

  OutcomeFramework amend(
      UUID id, LongConsumer precondition, List<OutcomeFramework.Outcome> outcomes) {
    return shelf.change(
        own(id, precondition).amend(outcomes), "outcome-framework.amended.v1", Map.of());
  }

  /** Adopts an edition; the one adopted before it is superseded. */
  OutcomeFramework adopt(UUID id, LongConsumer precondition, LocalDate from) {
    OutcomeFramework adopted =
        shelf.change(own(id, precondition).adopt(from), "outcome-framework.adopted.v1", Map.of());
    Conditions earlier =
        new Conditions()
            .and("authority = ?", adopted.authority())
            .and("code = ?", adopted.code())
            .and("status = ?", OutcomeFramework.Status.ADOPTED)
            .and("id <> ?", id);
    for (OutcomeFramework before : shelf.list(earlier, 100)) {
      shelf.change(
          shelf.lock(before.id()).supersede(), "outcome-framework.superseded.v1", Map.of("by", id));
    }
    return adopted;
  }

  /** The starter is everyone's and changes for nobody. */
  private OutcomeFramework own(UUID id, LongConsumer precondition) {
    OutcomeFramework found = shelf.get(id);
    if (!found.authority().equals(caller.authority())) {
      throw ProblemException.conflict(
          "FRAMEWORK_SETTLED", "The shared starter does not change; begin an edition of your own.");
    }
    return shelf.lock(id, precondition);
  }
}
