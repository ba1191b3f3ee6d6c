package uk.carecontracts.monitoring.visits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.monitoring.contracts.KnownContracts;

/** Agrees terms of visits; visits they hold for are judged anew, and their figures with them. */
@ApplicationScoped
class TermsDesk {
  private static final LocalDate LAST_MONTH = LocalDate.of(2099, 12, 1);

  private final TermsStore store;
  private final KnownContracts contracts;
  private final VisitMerge merge;
  private final Recounts recounts;
  private final Journal journal;
  private final Caller caller;
  private final Clock clock;

  TermsDesk(
      TermsStore store,
      KnownContracts contracts,
      VisitMerge merge,
      Recounts recounts,
      Journal journal,
      Caller caller,
      Clock clock) {
    this.store = store;
    this.contracts = contracts;
    this.merge = merge;
    this.recounts = recounts;
    this.journal = journal;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Agrees terms in the running transaction; the same contract and day again replaces them.
   *
   * @throws RuleViolation for an unknown contract, and for a default that would change the past
   */
  VisitTerms agree(TermsAgreement agreement) {
    String authority = caller.authority();
    UUID contract = agreement.contractId();
    if (contract != null && contracts.find(contract).isEmpty()) {
      throw new RuleViolation(
          "CONTRACT_UNKNOWN", "There is no contract " + contract + ".", "/contractId");
    }
    if (contract == null && agreement.validFrom().isBefore(LocalDate.now(clock))) {
      throw new RuleViolation(
          "TERMS_IN_THE_PAST",
          "A default holds from today at the earliest; agree terms for the contracts concerned.",
          "/validFrom");
    }
    merge.takeTurns(authority);
    long version =
        store.of(authority, contract, agreement.validFrom()).map(VisitTerms::version).orElse(0L)
            + 1;
    VisitTerms terms =
        new VisitTerms(
            authority,
            contract,
            agreement.validFrom(),
            agreement.minutesEarly(),
            agreement.minutesLate(),
            agreement.shortBelowPercent(),
            agreement.source(),
            version);
    store.put(terms);
    UUID id = Ids.named("visit-terms:" + authority + ":" + contract + ":" + terms.validFrom());
    journal.append(
        new Entry("visit-terms", id, version, "visit-terms.agreed.v1", authority, terms, Map.of()));
    recounts.judgeAnew(
        authority, new VisitSpan(terms.validFrom().withDayOfMonth(1), LAST_MONTH, contract));
    return terms;
  }
}
