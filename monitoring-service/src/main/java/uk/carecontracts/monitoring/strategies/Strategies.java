package uk.carecontracts.monitoring.strategies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import uk.carecontracts.monitoring.contracts.KnownContracts;
import uk.carecontracts.monitoring.documents.Shelf;
import uk.carecontracts.monitoring.documents.Shelves;
import uk.carecontracts.monitoring.indicators.Level;
import uk.carecontracts.monitoring.scorecards.MissingValues;
import uk.carecontracts.monitoring.voice.Identifiers;

/** Keeps strategies, and what is observed of people and populations for them. */
@ApplicationScoped
class Strategies {
  private final Shelf<Strategy> shelf;
  private final Shelf<StrategyObservation> observations;
  private final StrategyPerformance performance;
  private final KnownContracts contracts;
  private final Caller caller;
  private final Clock clock;

  Strategies(
      Shelves shelves,
      StrategyPerformance performance,
      KnownContracts contracts,
      Caller caller,
      Clock clock) {
    this.shelf = shelves.of("strategy", "strategy", Strategy.class);
    this.observations =
        shelves.of("strategy-observation", "strategy_observation", StrategyObservation.class);
    this.performance = performance;
    this.contracts = contracts;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * A strategy to draft, or what it says from now on.
   *
   * @param clientGroup for whom; kept when a strategy is amended
   * @param title its title
   * @param startsOn first day
   * @param endsOn last day
   * @param frameworkId the edition of an outcome framework it follows
   * @param priorities what matters most
   */
  @Schema(name = "StrategyRequest")
  public record Content(
      @NotBlank @Size(max = 100) String clientGroup,
      @NotBlank @Size(max = 300) String title,
      @NotNull LocalDate startsOn,
      @NotNull LocalDate endsOn,
      @Nullable UUID frameworkId,
      @NotEmpty List<Strategy.@NotNull @Valid Priority> priorities) {}

  /**
   * Something observed.
   *
   * @param indicator which measure of the strategy
   * @param level INDIVIDUAL or POPULATION; services are observed by their returns
   * @param personReference pseudonymous reference, for one person
   * @param numerator what was counted; for one person 1 when the outcome was reached, else 0
   * @param denominator of what; 1 for one person
   * @param periodStart first day it speaks of
   * @param periodEnd last day it speaks of
   * @param source where it comes from
   */
  @Schema(name = "StrategyObservationRequest")
  public record Seen(
      @NotBlank String indicator,
      @NotNull Level level,
      @Nullable @Size(max = 64) String personReference,
      @NotNull @PositiveOrZero BigDecimal numerator,
      @NotNull @Positive BigDecimal denominator,
      @NotNull LocalDate periodStart,
      @NotNull LocalDate periodEnd,
      @Nullable @Size(max = 300) String source) {}

  Strategy get(UUID id) {
    return shelf.get(id);
  }

  Page<Strategy> page(@Nullable String clientGroup, ListFilter filter) {
    return shelf.page(
        new Conditions().and("client_group = ?", clientGroup),
        Cursor.fingerprint("strategies", clientGroup),
        filter);
  }

  /** Strategies after one of them, oldest first. */
  List<Strategy> rows(@Nullable String clientGroup, @Nullable UUID after, int most) {
    return shelf.list(
        new Conditions().and("client_group = ?", clientGroup).and("id > ?", after), most);
  }

  Strategy draft(Content content) {
    check(content);
    return shelf.create(
        new Strategy(
            Ids.next(),
            caller.authority(),
            content.clientGroup(),
            content.title(),
            content.startsOn(),
            content.endsOn(),
            content.frameworkId(),
            Strategy.Status.DRAFT,
            List.copyOf(content.priorities()),
            1),
        "strategy.drafted.v1",
        Map.of());
  }

  Strategy amend(UUID id, LongConsumer precondition, Content content) {
    check(content);
    return shelf.change(
        shelf
            .lock(id, precondition)
            .amend(content.title(), content.startsOn(), content.endsOn(), content.priorities()),
        "strategy.amended.v1",
        Map.of());
  }

  private void check(Content content) {
    if (content.endsOn().isBefore(content.startsOn())) {
      throw new RuleViolation(
          "STRATEGY_CONTRADICTS", "A strategy cannot end before it starts.", "/endsOn");
    }
    Set<String> codes = new HashSet<>();
    for (int p = 0; p < content.priorities().size(); p++) {
      List<Strategy.StrategyOutcome> outcomes = content.priorities().get(p).outcomes();
      for (int o = 0; o < outcomes.size(); o++) {
        check(outcomes.get(o), "/priorities/%d/outcomes/%d".formatted(p, o), codes);
      }
    }
  }

  private void check(Strategy.StrategyOutcome outcome, String pointer, Set<String> codes) {
    if (!codes.add(outcome.code())) {
      throw new RuleViolation(
          "STRATEGY_CONTRADICTS",
          "The outcome %s is there twice.".formatted(outcome.code()),
          pointer + "/code");
    }
    for (UUID contract : outcome.contracts()) {
      if (contracts.find(contract).isEmpty()) {
        throw new RuleViolation(
            "CONTRACT_UNKNOWN", "There is no contract " + contract + ".", pointer + "/contracts");
      }
    }
    outcome.measures().forEach(Strategy.Measure::terms);
  }

  Strategy adopt(UUID id, LongConsumer precondition) {
    return shelf.change(shelf.lock(id, precondition).adopt(), "strategy.adopted.v1", Map.of());
  }

  Strategy close(UUID id, LongConsumer precondition) {
    return shelf.change(shelf.lock(id, precondition).close(), "strategy.closed.v1", Map.of());
  }

  StrategyObservation observe(UUID id, Seen seen) {
    Strategy strategy = shelf.get(id);
    if (seen.level() == Level.SERVICE
        || strategy.measure(seen.indicator(), seen.level()).isEmpty()) {
      throw new RuleViolation(
          "MEASURE_UNKNOWN",
          "The strategy has no measure %s at level %s that is observed here."
              .formatted(seen.indicator(), seen.level()),
          "/indicator");
    }
    if (seen.level() == Level.INDIVIDUAL) {
      checkPerson(seen);
    }
    if (seen.periodEnd().isBefore(seen.periodStart())) {
      throw new RuleViolation(
          "STRATEGY_CONTRADICTS", "A period cannot end before it starts.", "/periodEnd");
    }
    return observations.create(
        new StrategyObservation(
            Ids.next(),
            strategy.authority(),
            id,
            seen.indicator(),
            seen.level(),
            seen.personReference(),
            seen.numerator(),
            seen.denominator(),
            seen.periodStart(),
            seen.periodEnd(),
            seen.source(),
            caller.subject(),
            1),
        "strategy-observation.recorded.v1",
        Map.of());
  }

  private static void checkPerson(Seen seen) {
    if (seen.personReference() == null
        || seen.denominator().compareTo(BigDecimal.ONE) != 0
        || seen.numerator().compareTo(BigDecimal.ONE) > 0) {
      throw new RuleViolation(
          "MEASURE_UNKNOWN",
          "What is seen of one person has their reference, a denominator of 1 and a numerator of 0"
              + " or 1.",
          "/personReference");
    }
    Identifiers.refuseReference(seen.personReference(), "/personReference");
  }

  StrategyReport report(UUID id, @Nullable LocalDate asOf, @Nullable MissingValues missing) {
    return performance.report(
        shelf.get(id),
        asOf == null ? LocalDate.now(clock) : asOf,
        missing == null ? MissingValues.EXCLUDED : missing);
  }
}
