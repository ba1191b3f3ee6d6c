package uk.carecontracts.monitoring.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;

/** Lets an authority adopt weights of its own, once it has seen which contracts they would move. */
@ApplicationScoped
class WeightsAdoption {
  private final WeightsStore store;
  private final WhatIf whatIf;
  private final RiskWatch watch;
  private final Journal journal;
  private final Caller caller;
  private final Clock clock;

  WeightsAdoption(
      WeightsStore store,
      WhatIf whatIf,
      RiskWatch watch,
      Journal journal,
      Caller caller,
      Clock clock) {
    this.store = store;
    this.whatIf = whatIf;
    this.watch = watch;
    this.journal = journal;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Weights to adopt.
   *
   * @param weights points per factor; factors left out keep theirs
   * @param unknownShare part of a factor's points that counts when nothing is known; kept when left
   *     out
   * @param validFrom first day they apply, today at the earliest
   * @param expectedMoves how many contracts the what-if said would change tier
   * @param reason why
   */
  @Schema(name = "RiskWeightsAdoption")
  public record Adoption(
      @NotNull Map<RiskFactor, @NotNull BigDecimal> weights,
      @Nullable @DecimalMin("0") @DecimalMax("1") BigDecimal unknownShare,
      @NotNull LocalDate validFrom,
      @NotNull @Min(0) Integer expectedMoves,
      @NotBlank @Size(max = 2000) String reason) {}

  /**
   * What was adopted and what it does.
   *
   * @param adopted the set
   * @param effect the contracts whose tier it changes
   */
  @Schema(name = "RiskWeightsAdopted")
  public record Adopted(AdoptedWeights adopted, WhatIf.Answer effect) {}

  List<AdoptedWeights> all() {
    return store.all(caller.authority());
  }

  Adopted adopt(Adoption adoption) {
    String authority = caller.authority();
    LocalDate today = LocalDate.now(clock);
    if (adoption.validFrom().isBefore(today)) {
      throw new RuleViolation(
          "WEIGHTS_IN_THE_PAST",
          "Weights hold from today at the earliest; assessments made before stay as they were.",
          "/validFrom");
    }
    int before = store.countForAdoption(authority);
    RiskWeights held = store.holding(authority, today);
    RiskWeights next =
        WhatIf.with(
            held,
            authority + "-" + (before + 1),
            adoption.validFrom(),
            adoption.weights(),
            adoption.unknownShare());
    WhatIf.Answer effect = whatIf.ask(held, next, today);
    if (effect.moves().size() != adoption.expectedMoves()) {
      throw ProblemException.conflict(
          "WHAT_IF_OUTDATED",
          "%d contracts would change tier, not %d: ask what-if again and look at them first."
              .formatted(effect.moves().size(), adoption.expectedMoves()));
    }
    AdoptedWeights adopted = record(authority, next, adoption.reason(), before + 1);
    if (!adoption.validFrom().isAfter(today)) {
      watch.reassessEach("WEIGHTS_ADOPTED");
    }
    return new Adopted(adopted, effect);
  }

  private AdoptedWeights record(String authority, RiskWeights next, String reason, int version) {
    AdoptedWeights adopted =
        new AdoptedWeights(
            AdoptedWeights.idOf(authority),
            authority,
            next.version(),
            next.validFrom(),
            next.points(),
            next.unknownShare(),
            reason,
            caller.subject(),
            clock.instant(),
            version);
    store.add(adopted);
    journal.append(
        new Entry(
            "risk-weights",
            adopted.id(),
            version,
            "risk-weights.adopted.v1",
            authority,
            adopted,
            Map.of()));
    return adopted;
  }
}
