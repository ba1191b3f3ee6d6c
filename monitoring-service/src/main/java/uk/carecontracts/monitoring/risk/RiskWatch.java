package uk.carecontracts.monitoring.risk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.monitoring.contracts.ContractChanged;
import uk.carecontracts.monitoring.contracts.KnownContract;
import uk.carecontracts.monitoring.contracts.KnownContract.KnownParty;
import uk.carecontracts.monitoring.contracts.KnownContracts;
import uk.carecontracts.monitoring.providers.RatingsChanged;
import uk.carecontracts.monitoring.scorecards.ScorecardChanged;

/**
 * Assesses contracts again whenever something they rest on changes, in the transaction of that
 * change; says so only when the outcome differs.
 */
@ApplicationScoped
class RiskWatch {
  private static final int AT_ONCE = 200;

  private final KnownContracts contracts;
  private final FactGathering gathering;
  private final WeightsStore weights;
  private final RiskStore store;
  private final Journal journal;
  private final Caller caller;
  private final Clock clock;

  RiskWatch(
      KnownContracts contracts,
      FactGathering gathering,
      WeightsStore weights,
      RiskStore store,
      Journal journal,
      Caller caller,
      Clock clock) {
    this.contracts = contracts;
    this.gathering = gathering;
    this.weights = weights;
    this.store = store;
    this.journal = journal;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * A contract and the ratings of its suppliers may change at once, in transactions that do not see
   * each other yet: taking turns by provider lets the later one see both. Providers before
   * contracts, always in order, so that nobody waits in a circle.
   */
  void takeTurns(@Observes @Priority(50) ContractChanged event) {
    event.contract().parties().stream()
        .map(KnownParty::providerId)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .forEach(store::take);
  }

  void onContract(@Observes @Priority(200) ContractChanged event) {
    KnownContract contract = event.contract();
    if (contract.active() || (contract.ended() && store.find(contract.id()).isPresent())) {
      assess(List.of(contract.id()), "CONTRACT_CHANGED");
    }
  }

  void onRatings(@Observes @Priority(200) RatingsChanged event) {
    store.take(event.providerId());
    List<UUID> affected =
        contracts.ofProvider(event.providerId()).stream()
            .filter(id -> store.find(id).isPresent())
            .toList();
    assess(affected, "RATING_CHANGED");
  }

  void onScorecard(@Observes @Priority(200) ScorecardChanged event) {
    assess(List.of(event.contractId()), "PERFORMANCE_CHANGED");
  }

  /**
   * Time alone changes risk: reviews grow old, overrides expire, returns become overdue. What holds
   * from a day, such as adopted weights, holds from the first second of that day in London.
   */
  @Scheduled(
      cron = "${monitoring.risk.day-begins:1 0 0 * * ?}",
      timeZone = "Europe/London",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @Scheduled(
      every = "${monitoring.risk.reassess-every:6h}",
      delayed = "60s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void reassess() {
    Tenancy.runAs(Acting.system("risk-watch"), this::reassessAll);
  }

  private void reassessAll() {
    @Nullable UUID after = null;
    while (true) {
      UUID from = after;
      List<UUID> some =
          QuarkusTransaction.requiringNew()
              .call(
                  () -> {
                    List<UUID> found = store.assessed(from, AT_ONCE);
                    assess(found, "TIME");
                    return found;
                  });
      if (some.size() < AT_ONCE) {
        return;
      }
      after = some.get(some.size() - 1);
    }
  }

  /** Sets another tier until a day. */
  AssessedRisk override(UUID contract, RiskTier tier, String reason, LocalDate expires) {
    KnownContract known = known(contract);
    if (expires.isBefore(LocalDate.now(clock))) {
      throw new RuleViolation(
          "OVERRIDE_EXPIRED", "An override cannot expire before today.", "/expires");
    }
    TierOverride override = new TierOverride(tier, reason, expires, caller.subject());
    store.take(contract);
    store.putOverride(contract, known.authority(), override, clock.instant());
    assess(List.of(contract), "OVERRIDE");
    return get(contract);
  }

  /** Records that a contract was reviewed. */
  AssessedRisk review(UUID contract, LocalDate on, String summary) {
    KnownContract known = known(contract);
    if (on.isAfter(LocalDate.now(clock))) {
      throw new RuleViolation(
          "REVIEW_IN_FUTURE", "A review cannot lie in the future.", "/reviewedOn");
    }
    store.take(contract);
    store.putReview(contract, known.authority(), on, summary, caller.subject());
    assess(List.of(contract), "REVIEW");
    return get(contract);
  }

  /** Takes in a review held elsewhere in this service. */
  void reviewed(UUID contract, String authority, LocalDate on, String summary, String by) {
    store.take(contract);
    store.putReview(contract, authority, on, summary, by);
    assess(List.of(contract), "REVIEW");
  }

  private KnownContract known(UUID contract) {
    return contracts
        .find(contract)
        .orElseThrow(() -> ProblemException.notFound("contract", contract));
  }

  /** The latest assessment. */
  AssessedRisk get(UUID contract) {
    return store
        .find(contract)
        .orElseThrow(() -> ProblemException.notFound("risk assessment of contract", contract));
  }

  /** Those of some contracts that have been assessed before, assessed again. */
  void reassess(Collection<UUID> ids, String cause) {
    assess(ids.stream().filter(id -> store.find(id).isPresent()).toList(), cause);
  }

  /** Every contract the caller sees, assessed again. */
  void reassessEach(String cause) {
    @Nullable UUID after = null;
    while (true) {
      List<UUID> some = store.assessed(after, AT_ONCE);
      assess(some, cause);
      if (some.size() < AT_ONCE) {
        return;
      }
      after = some.get(some.size() - 1);
    }
  }

  private void assess(Collection<UUID> ids, String cause) {
    if (ids.isEmpty()) {
      return;
    }
    ids.forEach(store::take);
    LocalDate today = LocalDate.now(clock);
    Instant now = clock.instant();
    Map<String, RiskWeights> holding = new HashMap<>();
    for (GatheredFacts gathered : gathering.gather(ids, today)) {
      RiskWeights held =
          holding.computeIfAbsent(
              gathered.authority(), authority -> weights.holding(authority, today));
      RiskAssessment assessment =
          RiskAssessment.of(gathered.facts(), held, gathered.override(), today);
      Optional<AssessedRisk> before = store.find(gathered.contractId());
      long version = before.map(AssessedRisk::version).orElse(0L) + 1;
      AssessedRisk risk = AssessedRisk.of(gathered, assessment, now, version);
      if (before.isEmpty() || !sameOutcome(before.get(), risk, cause)) {
        record(risk, before.orElse(null), cause);
      }
    }
  }

  /** An override or review is recorded even when it leaves the outcome as it was. */
  private static boolean sameOutcome(AssessedRisk before, AssessedRisk now, String cause) {
    return now.sameAs(before) && !cause.equals("OVERRIDE") && !cause.equals("REVIEW");
  }

  private void record(AssessedRisk risk, @Nullable AssessedRisk before, String cause) {
    store.put(risk);
    Map<String, Object> change =
        before == null
            ? Map.of("cause", cause)
            : Map.of(
                "cause", cause,
                "scoreBefore", before.score(),
                "tierBefore", before.tier(),
                "flaggedBefore", before.flagged());
    journal.append(
        new Entry(
            "contract-risk",
            risk.contractId(),
            risk.version(),
            "contract-risk.assessed.v1",
            risk.authority(),
            risk,
            change));
  }
}
