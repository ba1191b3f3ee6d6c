package uk.carecontracts.contracts.register;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.fitness.NewWorkPolicy;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.contracts.terms.DecommissioningPlan;
import uk.carecontracts.contracts.terms.Ending;
import uk.carecontracts.contracts.terms.Remark;
import uk.carecontracts.contracts.terms.SourceReference;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * A contract of an authority and its life (DOMAIN.md, S1 and S6). Each verb checks what must hold,
 * changes the state, and leaves publishing to the register.
 */
@Entity
@Table(name = "contract")
public class Contract {
  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private @Nullable Long lockVersion;

  @Column(updatable = false)
  private String authority;

  @Enumerated(EnumType.STRING)
  private ContractStatus status;

  @Column(name = "never_public")
  @SuppressWarnings("UnusedVariable") // written for row-level security, which reads it in SQL
  private boolean neverPublic;

  @JdbcTypeCode(SqlTypes.JSON)
  private ContractTerms terms;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Ending ending;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<SourceReference> sources = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Remark> remarks = List.of();

  @Embedded
  @SuppressWarnings("UnusedVariable") // written for searches, which read it in SQL
  private SearchColumns columns;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @OneToMany(mappedBy = "contract", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<ContractParty> parties = new ArrayList<>();

  /** For the persistence provider. */
  protected Contract() {}

  private Contract(String authority, ContractStatus status, ContractTerms terms, Instant now) {
    this();
    this.id = Ids.next();
    this.authority = authority;
    this.status = status;
    this.createdAt = now;
    write(terms, now);
  }

  /** A new contract in an authority's register. */
  public static Contract draft(String authority, ContractTerms terms, Instant now) {
    return new Contract(authority, ContractStatus.DRAFT, terms, now);
  }

  /** A contract another system knows, in the state it has there. */
  public static Contract imported(
      String authority,
      ContractStatus status,
      ContractTerms terms,
      @Nullable Ending ending,
      SourceReference source,
      List<Remark> remarks,
      Instant now) {
    Contract contract = new Contract(authority, status, terms, now);
    contract.ending = ending;
    contract.sources = List.of(source);
    contract.remarks = List.copyOf(remarks);
    return contract;
  }

  /** Publishes the opportunity. */
  public void publishTender(Instant now) {
    requireStatus("publish a tender for", ContractStatus.DRAFT);
    ContractGuard.check("TENDER_INCOMPLETE", ContractGuard.TO_TENDER, terms);
    become(ContractStatus.PUBLISHED_TENDER, now);
  }

  /**
   * Records the decision for a supplier; without a tender only where the procedure has none, and to
   * nobody who is suspended.
   */
  public void award(Award award, NewWorkPolicy policy, Instant now) {
    if (status == ContractStatus.DRAFT && TenderDuty.appliesTo(terms)) {
      throw new RuleViolation(
          "TENDER_NOT_PUBLISHED",
          "A contract that is tendered must be published before it is awarded; one that is not"
              + " states a procedure without a tender, such as DIRECT_AWARD.",
          "/procedure");
    }
    requireStatus("award", ContractStatus.DRAFT, ContractStatus.PUBLISHED_TENDER);
    StepTiming.requireDecided(award.awardDate(), now);
    ContractTerms awarded = award.appliedTo(terms);
    ContractGuard.check("AWARD_INCOMPLETE", ContractGuard.TO_AWARD, awarded);
    policy.checkAward(awarded);
    write(awarded, now);
    become(ContractStatus.AWARDED, now);
  }

  /** Starts the contract; needs supplier, dates and value. */
  public void activate(NewWorkPolicy policy, Instant now) {
    requireStatus("activate", ContractStatus.AWARDED);
    ContractGuard.check("ACTIVATION_INCOMPLETE", ContractGuard.TO_ACTIVATE, terms);
    policy.checkActivation(terms);
    become(ContractStatus.ACTIVE, now);
  }

  /** Ends a contract whose last day has passed. */
  public void expire(LocalDate today, Instant now) {
    requireStatus("expire", ContractStatus.ACTIVE);
    LocalDate end = terms.dates().end();
    if (end == null || !end.isBefore(today)) {
      throw new RuleViolation("NOT_YET_EXPIRED", "Its last day " + end + " has not passed.");
    }
    become(ContractStatus.EXPIRED, now);
  }

  /** Ends an active contract before its time: at once, or announced for a day that lies ahead. */
  public void terminate(LocalDate date, String reason, LocalDate today, Instant now) {
    requireStatus("terminate", ContractStatus.ACTIVE);
    StepTiming.requireWithinTerm(terms.dates(), date, "/date");
    end(Ending.terminated(date, reason), today, now);
  }

  /** Gives up a contract that never became active; what was a draft until then stays inside. */
  public void cancel(LocalDate date, String reason, Instant now) {
    requireStatus(
        "cancel", ContractStatus.DRAFT, ContractStatus.PUBLISHED_TENDER, ContractStatus.AWARDED);
    neverPublic = status == ContractStatus.DRAFT;
    ending = Ending.cancelled(date, reason);
    become(ContractStatus.CANCELLED, now);
  }

  /** Winds an active service down by its plan: at once, or announced for a day ahead. */
  public void decommission(DecommissioningPlan plan, String reason, LocalDate today, Instant now) {
    requireStatus("decommission", ContractStatus.ACTIVE);
    StepTiming.requireWithinTerm(terms.dates(), plan.lastDay(), "/plan/lastDay");
    StepTiming.requireNotice(plan);
    end(Ending.decommissioned(plan, reason), today, now);
  }

  /** Ends as it was announced, once its last day has passed. */
  public void endAsAnnounced(LocalDate today, Instant now) {
    Ending announced = AnnouncedEnding.require(status, ending);
    AnnouncedEnding.requirePassed(announced, today);
    become(Objects.requireNonNull(announced.kind()).status(), now);
  }

  /** Takes an announced ending back while its last day has not passed. */
  public void withdrawEnding(LocalDate today, Instant now) {
    AnnouncedEnding.requireOpen(AnnouncedEnding.require(status, ending), today);
    ending = null;
    updatedAt = now;
  }

  /** Refuses terms the contract cannot come to say, so that nobody is asked to agree to them. */
  public void requireCanSay(ContractTerms changed) {
    AmendmentRules.check(status, terms, changed);
    AnnouncedEnding.checkSameTerm(ending, terms.dates(), changed.dates());
  }

  /** Changes what the register says of it; once it is awarded, what was agreed stays. */
  public void amend(ContractTerms changed, Instant now) {
    requireMayBecome(changed);
    if (status.isAwarded()) {
      AgreedTerms.requireKept(terms, changed);
    }
    write(changed, now);
  }

  /** Says what was signed where the register said something else. */
  public void correct(ContractTerms signed, Instant now) {
    requireStatus("correct", ContractStatus.AWARDED, ContractStatus.ACTIVE);
    requireMayBecome(signed);
    write(signed, now);
  }

  private void requireMayBecome(ContractTerms changed) {
    requireCanSay(changed);
    AmendmentRules.checkSameLeads(status, terms.parties(), changed.parties());
  }

  /** Takes on what its parties agreed; checked as every change is. */
  public void vary(ContractTerms agreed, Instant now) {
    requireStatus("vary", ContractStatus.AWARDED, ContractStatus.ACTIVE);
    requireCanSay(agreed);
    write(agreed, now);
  }

  /** Runs longer by an option its parties agreed up front. */
  public void extend(LocalDate lastDay, @Nullable Money total, Instant now) {
    requireStatus("extend", ContractStatus.AWARDED, ContractStatus.ACTIVE);
    AnnouncedEnding.refuse("extended", ending);
    endOn(lastDay, total, now);
  }

  /** Runs to an earlier day by a break clause its parties agreed up front, and expires there. */
  public void breakOff(LocalDate lastDay, @Nullable Money total, Instant now) {
    requireStatus("break off", ContractStatus.AWARDED, ContractStatus.ACTIVE);
    AnnouncedEnding.refuse("broken off", ending);
    StepTiming.requireWithinTerm(terms.dates(), lastDay, "/lastDay");
    endOn(lastDay, total, now);
  }

  private void endOn(LocalDate lastDay, @Nullable Money total, Instant now) {
    write(
        terms.with(
            terms.parties(),
            total == null ? terms.values() : terms.values().withTotal(total),
            terms.dates().running(null, lastDay)),
        now);
  }

  /** A variation was proposed on what the contract said until now. */
  public void noteProposal(Instant now) {
    updatedAt = now;
  }

  /** Takes over what its source now says of it. */
  public void restate(
      ContractStatus newStatus,
      ContractTerms changed,
      @Nullable Ending newEnding,
      List<Remark> newRemarks,
      Instant now) {
    write(changed, now);
    neverPublic = false;
    status = newStatus;
    ending = newEnding;
    remarks = List.copyOf(newRemarks);
  }

  /** Whether this party is there and not yet linked to this provider record. */
  public boolean wouldIdentify(UUID partyId, UUID providerId) {
    return terms.parties().stream()
        .anyMatch(p -> partyId.equals(p.id()) && !providerId.equals(p.providerId()));
  }

  /** Links a party to its provider record. */
  public void identifySupplier(UUID partyId, UUID providerId, Instant now) {
    write(
        terms.withParties(
            terms.parties().stream()
                .map(p -> partyId.equals(p.id()) ? p.identifiedAs(providerId) : p)
                .toList()),
        now);
  }

  private void requireStatus(String verb, ContractStatus... allowed) {
    StepTiming.requireStatus(verb, status, allowed);
  }

  private void end(Ending how, LocalDate today, Instant now) {
    ending = how;
    become(AnnouncedEnding.statusOn(today, how), now);
  }

  private void become(ContractStatus next, Instant now) {
    status = next;
    updatedAt = now;
  }

  private void write(ContractTerms said, Instant now) {
    ContractGuard.check("TERMS_CONTRADICT", ContractGuard.ALWAYS, said);
    terms = PartyIdentities.settle(said);
    columns = SearchColumns.of(terms);
    updatedAt = now;
    ContractParty.align(this, parties, terms.parties());
  }

  public UUID id() {
    return id;
  }

  public String authority() {
    return authority;
  }

  public ContractStatus status() {
    return status;
  }

  public ContractTerms terms() {
    return terms;
  }

  /** The public version, from 1; right once changes are flushed. */
  public long version() {
    return lockVersion == null ? 1 : lockVersion + 1;
  }

  /** The full public state. */
  public ContractState state() {
    return ContractState.of(id, authority, status, terms, ending, sources, remarks, version());
  }
}
