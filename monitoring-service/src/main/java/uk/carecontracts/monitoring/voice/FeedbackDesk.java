package uk.carecontracts.monitoring.voice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
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
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.monitoring.concerns.Concern;
import uk.carecontracts.monitoring.concerns.Concerns;
import uk.carecontracts.monitoring.contracts.KnownContracts;
import uk.carecontracts.monitoring.documents.Shelf;
import uk.carecontracts.monitoring.documents.Shelves;
import uk.carecontracts.monitoring.voice.Feedback.Channel;
import uk.carecontracts.monitoring.voice.Feedback.From;

/** Takes in what people say, has it answered and published. */
@ApplicationScoped
public class FeedbackDesk {
  private final Shelf<Feedback> shelf;
  private final Themes themes;
  private final Concerns concerns;
  private final KnownContracts contracts;
  private final Caller caller;
  private final Event<FeedbackChanged> changed;
  private final Clock clock;

  FeedbackDesk(
      Shelves shelves,
      Themes themes,
      Concerns concerns,
      KnownContracts contracts,
      Caller caller,
      Event<FeedbackChanged> changed,
      Clock clock) {
    this.shelf = shelves.of("feedback", "feedback", Feedback.class);
    this.themes = themes;
    this.concerns = concerns;
    this.contracts = contracts;
    this.caller = caller;
    this.changed = changed;
    this.clock = clock;
  }

  /**
   * What someone says.
   *
   * @param contractId the contract it is about, where that is known
   * @param from who speaks
   * @param channel how it came
   * @param score 1 very poor to 5 very good
   * @param text what is said, in their own words
   * @param personReference pseudonymous reference
   * @param receivedOn the day it came; today when left out
   */
  @Schema(name = "FeedbackRequest")
  public record Said(
      @Nullable UUID contractId,
      @NotNull From from,
      @NotNull Channel channel,
      @Nullable @Min(1) @Max(5) Integer score,
      @NotBlank @Size(max = 4000) String text,
      @Nullable @Size(max = 64) String personReference,
      @Nullable LocalDate receivedOn) {}

  Feedback get(UUID id) {
    return shelf.get(id);
  }

  Page<Feedback> page(FeedbackFilter filter) {
    return shelf.page(filter.conditions(), filter.fingerprint(), filter);
  }

  Page<Feedback> published(String authority, @Nullable UUID contract, ListFilter filter) {
    return shelf.page(
        new Conditions()
            .and("status = ?", Feedback.Status.PUBLISHED)
            .and("authority = ?", authority)
            .and("contract_id = ?", contract),
        Cursor.fingerprint("you-said", authority, contract),
        filter);
  }

  /** Takes in what someone says, without the identities in it. */
  @Transactional
  public Feedback take(String authority, Said said) {
    LocalDate today = LocalDate.now(clock);
    LocalDate on = said.receivedOn() == null ? today : said.receivedOn();
    if (on.isAfter(today)) {
      throw new RuleViolation(
          "FEEDBACK_IN_FUTURE", "Feedback cannot have come in the future.", "/receivedOn");
    }
    Identifiers.refuseReference(said.personReference(), "/personReference");
    Feedback feedback =
        shelf.create(
            new Feedback(
                Ids.next(),
                authority,
                said.contractId(),
                provider(said.contractId()),
                said.from(),
                said.channel(),
                said.score(),
                Identifiers.withheld(said.text()),
                Identifiers.in(said.text()).stream()
                    .map(Identifiers.Finding::kind)
                    .distinct()
                    .sorted()
                    .toList(),
                themes.suggested(said.text()),
                said.personReference(),
                on,
                Feedback.Status.RECEIVED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1),
            "feedback.received.v1",
            Map.of());
    changed.fire(new FeedbackChanged(feedback));
    return feedback;
  }

  private @Nullable UUID provider(@Nullable UUID contract) {
    if (contract == null) {
      return null;
    }
    return contracts
        .find(contract)
        .orElseThrow(
            () ->
                new RuleViolation(
                    "CONTRACT_UNKNOWN", "There is no contract " + contract + ".", "/contractId"))
        .providerId();
  }

  Feedback answer(
      UUID id, LongConsumer precondition, String response, @Nullable List<String> about) {
    if (about != null) {
      themes.require(about);
    }
    return shelf.change(
        shelf
            .lock(id, precondition)
            .answer(Identifiers.withheld(response), about, LocalDate.now(clock), caller.subject()),
        "feedback.answered.v1",
        Map.of());
  }

  Feedback publish(UUID id, LongConsumer precondition, String youSaid, String weDid) {
    Identifiers.refuse(youSaid, "/youSaid");
    Identifiers.refuse(weDid, "/weDid");
    return shelf.change(
        shelf.lock(id, precondition).publish(youSaid, weDid, LocalDate.now(clock)),
        "feedback.published.v1",
        Map.of());
  }

  /** Raises a concern from what was said; the text goes with it as it is kept. */
  Feedback escalate(
      UUID id, LongConsumer precondition, Concern.Kind kind, Concern.Severity severity) {
    Feedback feedback = shelf.lock(id, precondition);
    if (feedback.contractId() == null) {
      throw new RuleViolation(
          "CONCERN_ABOUT_NOTHING", "Feedback that names no contract raises no concern.", null);
    }
    UUID concern =
        concerns
            .raise(
                new Concerns.Raised(
                    feedback.contractId(),
                    feedback.providerId(),
                    null,
                    kind,
                    severity,
                    Concern.Source.FEEDBACK,
                    feedback.text(),
                    feedback.personReference(),
                    feedback.receivedOn()))
            .id();
    return shelf.change(
        feedback.escalated(concern), "feedback.escalated.v1", Map.of("concernId", concern));
  }
}
