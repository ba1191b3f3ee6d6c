package uk.carecontracts.monitoring.paymentbyresults;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.monitoring.access.ProviderReach;

/** Models and the results claimed under them, recording every version. */
@ApplicationScoped
class Claims {
  private final PaymentStore store;
  private final ProviderReach reach;
  private final Caller caller;
  private final Journal journal;
  private final Clock clock;

  Claims(PaymentStore store, ProviderReach reach, Caller caller, Journal journal, Clock clock) {
    this.store = store;
    this.reach = reach;
    this.caller = caller;
    this.journal = journal;
    this.clock = clock;
  }

  /** Claims a result under a model. */
  Claim claim(UUID modelId, PaymentRequests.ClaimRequest request) {
    PaymentModel model =
        store
            .model(modelId, true)
            .orElseThrow(() -> ProblemException.notFound("payment model", modelId));
    reach.requireParty(model.providerId());
    check(model, request);
    Claim claim =
        new Claim(
            Ids.next(),
            model.authority(),
            model.id(),
            model.contractId(),
            model.providerId(),
            request.outcome(),
            request.person(),
            request.achievedOn(),
            request.actual(),
            request.evidence(),
            ClaimStatus.CLAIMED,
            null,
            null,
            null,
            null,
            caller.subject(),
            null,
            1);
    return record(claim, "payment-claim.claimed.v1");
  }

  private void check(PaymentModel model, PaymentRequests.ClaimRequest request) {
    if (request.achievedOn().isAfter(LocalDate.now(clock))) {
      throw invalid("A result cannot lie in the future.", "/achievedOn");
    }
    if (!model.covers(request.achievedOn(), request.achievedOn())) {
      throw invalid("The agreement does not cover that day.", "/achievedOn");
    }
    if (model.terms().byTariff()) {
      if (request.person() == null || request.outcome() != null || request.actual() != null) {
        throw invalid("This agreement pays for people: give person alone.", "/person");
      }
      boolean known =
          store.claims(model.id()).stream().anyMatch(c -> request.person().equals(c.person()));
      if (known) {
        throw ProblemException.conflict(
            "PERSON_CLAIMED", "This person was claimed under the agreement before.");
      }
      return;
    }
    if (request.outcome() == null || request.actual() == null || request.person() != null) {
      throw invalid("This agreement pays for outcomes: give outcome and actual.", "/outcome");
    }
    boolean agreed =
        model.terms().outcomes() != null
            && model.terms().outcomes().stream()
                .anyMatch(outcome -> outcome.name().equals(request.outcome()));
    if (!agreed) {
      throw invalid(request.outcome() + " is no outcome of the agreement.", "/outcome");
    }
  }

  private static RuleViolation invalid(String message, String pointer) {
    return new RuleViolation("CLAIM_INVALID", message, pointer);
  }

  Claim verify(UUID id, LongConsumer precondition) {
    return change(
        id, precondition, claim -> claim.verify(caller.subject()), "payment-claim.verified.v1");
  }

  Claim reject(UUID id, LongConsumer precondition, String reason) {
    return change(
        id,
        precondition,
        claim -> claim.reject(reason, caller.subject()),
        "payment-claim.rejected.v1");
  }

  Claim dispute(UUID id, LongConsumer precondition, String reason) {
    return change(id, precondition, claim -> claim.dispute(reason), "payment-claim.disputed.v1");
  }

  Claim refute(UUID id, LongConsumer precondition, PaymentRequests.Refutation refutation) {
    return change(
        id,
        precondition,
        claim -> claim.refute(refutation.reason(), corrected(claim, refutation), caller.subject()),
        "payment-claim.refuted.v1");
  }

  private static @Nullable BigDecimal corrected(
      Claim claim, PaymentRequests.Refutation refutation) {
    if (claim.person() != null && refutation.correctedActual() != null) {
      throw invalid("A person has no value to correct.", "/correctedActual");
    }
    return refutation.correctedActual();
  }

  private Claim claim(UUID id, boolean lock) {
    return store.claim(id, lock).orElseThrow(() -> ProblemException.notFound("payment claim", id));
  }

  /** Claims take turns with statements by the row of their model, always locked first. */
  private Claim change(
      UUID id, LongConsumer precondition, UnaryOperator<Claim> decision, String type) {
    Claim seen = claim(id, false);
    reach.requireParty(seen.providerId());
    store.model(seen.modelId(), true);
    Claim claim = claim(id, true);
    precondition.accept(claim.version());
    return record(decision.apply(claim), type);
  }

  /** Keeps a claim and says what happened to it. */
  Claim record(Claim claim, String type) {
    store.put(claim);
    journal.append(
        new Entry(
            "payment-claim",
            claim.id(),
            claim.version(),
            type,
            claim.authority(),
            claim,
            Map.of()));
    return claim;
  }
}
