package uk.carecontracts.providers.innovation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.RuleViolation;

/** Leads proposals from the idea to the result, and moves the fund with them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class InnovationDesk {

  private final ProposalRepository proposals;
  private final FundRepository funds;
  private final EntryRepository entries;
  private final Journal journal;
  private final Clock clock;

  InnovationDesk(
      ProposalRepository proposals,
      FundRepository funds,
      EntryRepository entries,
      Journal journal,
      Clock clock) {
    this.proposals = proposals;
    this.funds = funds;
    this.entries = entries;
    this.journal = journal;
    this.clock = clock;
  }

  Proposal submit(
      String authority, @Nullable UUID provider, ProposalForms.NewProposal form, String by) {
    Proposal fresh = Proposal.submit(authority, provider, form, by, Instant.now(clock));
    proposals.persist(fresh);
    record(fresh, "innovation-proposal.submitted.v1", by);
    return fresh;
  }

  void triage(Proposal proposal, ProposalForms.Triage form, String by) {
    proposal.triage(form, by, today());
    record(
        proposal,
        form.takeForward()
            ? "innovation-proposal.taken-forward.v1"
            : "innovation-proposal.declined.v1",
        by);
  }

  void withdraw(Proposal proposal, String by) {
    proposal.withdraw();
    record(proposal, "innovation-proposal.withdrawn.v1", by);
  }

  void makeCase(Proposal proposal, ProposalForms.Case form, String by) {
    proposal.makeCase(form, by, today());
    record(proposal, "innovation-proposal.case-made.v1", by);
  }

  /** Approves and sets aside in one transaction, with the fund held: either both or neither. */
  void approve(Proposal proposal, ProposalForms.Approval form, String by) {
    BigDecimal needed = proposal.toSetAside(by);
    if (needed.signum() > 0) {
      if (form.fundId() == null) {
        throw new RuleViolation(
            "FUND_NEEDED", "Name the fund that the investment is taken from.", "/fundId");
      }
      Fund fund = funds.requireLocked(form.fundId());
      move(fund, fund.award(needed, movement(proposal, form.reason(), by)));
    }
    proposal.approve(form, by, today());
    record(proposal, "innovation-proposal.approved.v1", by);
  }

  void begin(Proposal proposal, ProposalForms.Pilot form, String by) {
    proposal.begin(form);
    record(proposal, "innovation-proposal.pilot-begun.v1", by);
  }

  void conclude(Proposal proposal, ProposalForms.Result form, String by) {
    proposal.conclude(form, by, today());
    giveBack(proposal, EntryKind.UNSPENT, form.unspent(), "Not needed by the pilot", by);
    record(proposal, "innovation-proposal.concluded.v1", by);
  }

  void benefit(Proposal proposal, ProposalForms.Benefit form, String by) {
    proposal.benefit(form, by, today());
    giveBack(
        proposal, EntryKind.REPAYMENT, form.repaid(), "Out of savings of " + form.period(), by);
    record(proposal, "innovation-proposal.benefited.v1", by);
  }

  private void giveBack(
      Proposal proposal, EntryKind kind, BigDecimal amount, String note, String by) {
    UUID source = proposal.fundId();
    if (amount.signum() > 0 && source != null) {
      Fund fund = funds.requireLocked(source);
      move(fund, fund.receive(kind, amount, movement(proposal, note, by)));
    }
  }

  Fund open(String authority, ProposalForms.NewFund form, String by) {
    Fund fresh = Fund.open(authority, form, by, Instant.now(clock));
    funds.persist(fresh);
    record(fresh, "innovation-fund.opened.v1", Map.of("by", by));
    return fresh;
  }

  void contribute(Fund fund, ProposalForms.Contribution form, String by) {
    move(
        fund,
        fund.receive(
            EntryKind.CONTRIBUTION,
            form.amount(),
            new Fund.Movement(null, form.note(), by, Instant.now(clock))));
  }

  private Fund.Movement movement(Proposal proposal, String note, String by) {
    return new Fund.Movement(proposal.id(), note, by, Instant.now(clock));
  }

  private void move(Fund fund, FundEntry entry) {
    entries.persist(entry);
    record(fund, "innovation-fund.moved.v1", Map.of("entry", entry.state()));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private void record(Proposal proposal, String type, String by) {
    proposals.flush();
    journal.append(
        new Entry(
            "innovation-proposal",
            proposal.id(),
            proposal.version(),
            type,
            proposal.authority(),
            proposal.fact(),
            Map.of("by", by)));
  }

  private void record(Fund fund, String type, Map<String, Object> change) {
    funds.flush();
    journal.append(
        new Entry(
            "innovation-fund",
            fund.id(),
            fund.version(),
            type,
            fund.authority(),
            fund.state(),
            change));
  }
}
