package uk.carecontracts.providers.innovation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.RuleViolation;

/** An idea on its way from whoever had it to the result of its pilot. */
@Entity
@Table(name = "innovation_proposal")
class Proposal {

  @Id private UUID id;
  @Version private long version;
  private String authority;

  @Column(name = "provider_id")
  private @Nullable UUID providerId;

  @Enumerated(EnumType.STRING)
  private ProposalKind kind;

  private String title;
  private String description;

  @JdbcTypeCode(SqlTypes.JSON)
  private ProposalStory.@Nullable Element element;

  @Enumerated(EnumType.STRING)
  private ProposalStatus status;

  @Column(name = "submitted_by")
  private String submittedBy;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  private ProposalStory.@Nullable Triage triage;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "business_case")
  private ProposalStory.@Nullable Case businessCase;

  @JdbcTypeCode(SqlTypes.JSON)
  private ProposalStory.@Nullable Award award;

  @JdbcTypeCode(SqlTypes.JSON)
  private ProposalStory.@Nullable Pilot pilot;

  @JdbcTypeCode(SqlTypes.JSON)
  private ProposalStory.@Nullable Result result;

  @JdbcTypeCode(SqlTypes.JSON)
  private ProposalStory.Benefits benefits;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway")
  protected Proposal() {}

  static Proposal submit(
      String authority,
      @Nullable UUID provider,
      ProposalForms.NewProposal form,
      String by,
      Instant now) {
    if ((form.kind() == ProposalKind.SPECIFICATION_ELEMENT) == (form.element() == null)) {
      throw new RuleViolation(
          "ELEMENT_UNCLEAR",
          "A proposal about an element of a specification names it, and no other does.",
          "/element");
    }
    Proposal fresh = new Proposal();
    fresh.id = Ids.next();
    fresh.version = 1;
    fresh.authority = authority;
    fresh.providerId = provider;
    fresh.kind = form.kind();
    fresh.title = form.title();
    fresh.description = form.description();
    fresh.element = ProposalStory.Element.of(form.element());
    fresh.status = ProposalStatus.SUBMITTED;
    fresh.submittedBy = by;
    fresh.submittedAt = now;
    fresh.benefits = new ProposalStory.Benefits(List.of());
    return fresh;
  }

  void triage(ProposalForms.Triage form, String by, LocalDate today) {
    require(ProposalStatus.SUBMITTED);
    triage = new ProposalStory.Triage(form.takeForward(), form.reason(), by, today);
    status = form.takeForward() ? ProposalStatus.TAKEN_FORWARD : ProposalStatus.DECLINED;
  }

  /** Who handed it in takes it back, as long as nothing is set aside for it. */
  void withdraw() {
    if (!Set.of(ProposalStatus.SUBMITTED, ProposalStatus.TAKEN_FORWARD, ProposalStatus.CASE_MADE)
        .contains(status)) {
      throw wrong();
    }
    status = ProposalStatus.WITHDRAWN;
  }

  /** Makes the case, or makes it anew as long as it is not approved. */
  void makeCase(ProposalForms.Case form, String by, LocalDate today) {
    if (status != ProposalStatus.TAKEN_FORWARD && status != ProposalStatus.CASE_MADE) {
      throw wrong();
    }
    businessCase = ProposalStory.Case.of(form, by, today);
    status = ProposalStatus.CASE_MADE;
  }

  /** What an approval must set aside; nobody approves a case of their own. */
  BigDecimal toSetAside(String approver) {
    require(ProposalStatus.CASE_MADE);
    ProposalStory.Case made = Objects.requireNonNull(businessCase);
    if (made.by().equalsIgnoreCase(approver)) {
      throw new RuleViolation(
          "AUTHOR_APPROVES", "Somebody other than its author must approve a business case.");
    }
    return made.investment().amount();
  }

  void approve(ProposalForms.Approval form, String by, LocalDate today) {
    Money amount = Money.gbp(toSetAside(by));
    award =
        new ProposalStory.Award(
            amount.amount().signum() == 0 ? null : form.fundId(), amount, form.reason(), by, today);
    status = ProposalStatus.APPROVED;
  }

  void begin(ProposalForms.Pilot form) {
    require(ProposalStatus.APPROVED);
    if (form.endsOn().isBefore(form.startsOn())) {
      throw new RuleViolation("PILOT_BACKWARDS", "The last day lies before the first.", "/endsOn");
    }
    pilot = new ProposalStory.Pilot(form.startsOn(), form.endsOn(), form.measures());
    status = ProposalStatus.PILOT;
  }

  void conclude(ProposalForms.Result form, String by, LocalDate today) {
    require(ProposalStatus.PILOT);
    if (form.unspent().compareTo(awarded()) > 0) {
      throw new RuleViolation(
          "MORE_THAN_AWARDED",
          "£" + Money.gbp(awarded()).amount().toPlainString() + " were set aside.",
          "/unspent");
    }
    result =
        new ProposalStory.Result(
            form.conclusion(), form.findings(), Money.gbp(form.unspent()), by, today);
    status = ProposalStatus.CONCLUDED;
  }

  void benefit(ProposalForms.Benefit form, String by, LocalDate today) {
    require(ProposalStatus.CONCLUDED);
    if (form.repaid().compareTo(stillToRepay()) > 0) {
      throw new RuleViolation(
          "MORE_THAN_OWED",
          "£" + Money.gbp(stillToRepay()).amount().toPlainString() + " are still to be repaid.",
          "/repaid");
    }
    List<ProposalStory.Benefit> all = new ArrayList<>(benefits.items());
    all.add(
        new ProposalStory.Benefit(
            form.period(),
            Money.gbp(form.saved()),
            Money.gbp(form.repaid()),
            form.evidence(),
            by,
            today));
    benefits = new ProposalStory.Benefits(List.copyOf(all));
  }

  private BigDecimal awarded() {
    return award == null ? BigDecimal.ZERO : award.amount().amount();
  }

  private BigDecimal stillToRepay() {
    BigDecimal unspent = result == null ? BigDecimal.ZERO : result.unspent().amount();
    return awarded().subtract(unspent).subtract(benefits.repaid());
  }

  private void require(ProposalStatus wanted) {
    if (status != wanted) {
      throw wrong();
    }
  }

  private RuleViolation wrong() {
    return new RuleViolation("PROPOSAL_ELSEWHERE", "This proposal is " + status + ".");
  }

  ProposalState state() {
    return new ProposalState(
        id,
        authority,
        providerId,
        kind,
        title,
        description,
        element,
        status,
        submittedBy,
        submittedAt,
        triage,
        businessCase,
        award,
        pilot,
        result,
        benefits.items(),
        Money.gbp(benefits.saved()),
        Money.gbp(stillToRepay()),
        version);
  }

  ProposalFact fact() {
    return new ProposalFact(id, authority, providerId, kind, title, status, submittedAt, version);
  }

  /** The fund its award came from. */
  @Nullable UUID fundId() {
    return award == null ? null : award.fundId();
  }

  UUID id() {
    return id;
  }

  String authority() {
    return authority;
  }

  @Nullable UUID providerId() {
    return providerId;
  }

  long version() {
    return version;
  }
}
