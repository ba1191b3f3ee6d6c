package uk.carecontracts.contracts.agreements;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
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
import uk.carecontracts.contracts.agreements.CallOffRequest.Criterion;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.RuleViolation;

/** A contract on its way out of an agreement: chosen at once, or after a mini-competition. */
@Entity
@Table(name = "call_off")
class CallOff {
  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private @Nullable Long lockVersion;

  @Column(updatable = false)
  private String authority;

  @Column(name = "agreement_id", updatable = false)
  private UUID agreementId;

  @Column(name = "contract_id", updatable = false)
  private UUID contractId;

  @Column(name = "lot_id", updatable = false)
  private String lotId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private CallOffRoute route;

  @Enumerated(EnumType.STRING)
  private CallOffStatus status;

  @JdbcTypeCode(SqlTypes.JSON)
  private CallOffRequest request;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Supplier> invited = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Bid> bids = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Supplier winner;

  @Column(name = "winner_id")
  private @Nullable UUID winnerId;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Money price;

  @Column(name = "award_reason")
  private @Nullable String awardReason;

  @Column(name = "call_off_contract_id")
  private @Nullable UUID callOffContractId;

  @Column(name = "awarded_on")
  private @Nullable LocalDate awardedOn;

  @Column(name = "cancel_reason")
  private @Nullable String cancelReason;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For the persistence provider. */
  protected CallOff() {}

  /** A call-off whose request was checked. */
  static CallOff open(
      Agreement agreement, CallOffRequest request, List<Supplier> invited, Instant now) {
    CallOff callOff = new CallOff();
    callOff.id = Ids.next();
    callOff.authority = agreement.authority();
    callOff.agreementId = agreement.id();
    callOff.contractId = agreement.contractId();
    callOff.lotId = request.lotId();
    callOff.route = request.route();
    callOff.status = CallOffStatus.OPEN;
    callOff.request = request;
    callOff.invited = List.copyOf(invited);
    callOff.updatedAt = now;
    return callOff;
  }

  /** Records what a supplier offers; its later bid replaces its earlier one. */
  void bid(Bid bid, Instant now) {
    requireOpen();
    UUID bidder = bid.provider().providerId();
    if (invited.stream().noneMatch(each -> each.providerId().equals(bidder))) {
      throw new RuleViolation("NOT_INVITED", "Only invited suppliers bid.", "/providerId");
    }
    CallOffRules.checkBid(request, bid);
    List<Bid> all = new ArrayList<>(bids);
    all.removeIf(each -> each.provider().providerId().equals(bidder));
    all.add(bid);
    bids = List.copyOf(all);
    updatedAt = now;
  }

  /**
   * Finds who wins: the best bid, or another one for a reason.
   *
   * @param named the supplier named; the best when left out
   */
  Bid winning(@Nullable UUID named, @Nullable String reason) {
    requireOpen();
    List<RankedBid> ranking = ranking();
    if (ranking.isEmpty()) {
      throw new RuleViolation("NO_BIDS", "Nobody has bid yet.");
    }
    boolean tied = ranking.size() > 1 && ranking.get(1).place() == 1;
    if (named == null && tied) {
      throw new RuleViolation(
          "WINNER_NEEDS_REASON",
          "The best bids are level: name the winner and say why.",
          "/winner");
    }
    UUID chosen = named == null ? ranking.get(0).provider().providerId() : named;
    RankedBid ranked =
        ranking.stream()
            .filter(each -> each.isOf(chosen))
            .findFirst()
            .orElseThrow(
                () -> new RuleViolation("NOT_INVITED", chosen + " has made no bid.", "/winner"));
    boolean plain = ranked.place() == 1 && !tied;
    if (!plain && (reason == null || reason.isBlank())) {
      throw new RuleViolation(
          "WINNER_NEEDS_REASON",
          ranked.provider().name()
              + " is in place "
              + ranked.place()
              + (tied ? ", level with another" : "")
              + ": say why it wins.",
          "/reason");
    }
    return bids.stream()
        .filter(each -> each.provider().providerId().equals(chosen))
        .findFirst()
        .orElseThrow();
  }

  /** A contract was made with a supplier. */
  void award(
      Supplier supplier,
      Money agreed,
      @Nullable String why,
      UUID contract,
      LocalDate today,
      Instant now) {
    requireOpen();
    status = CallOffStatus.AWARDED;
    winner = supplier;
    winnerId = supplier.providerId();
    price = agreed;
    awardReason = why;
    callOffContractId = contract;
    awardedOn = today;
    updatedAt = now;
  }

  /** Gives it up before a contract is made. */
  void cancel(String why, Instant now) {
    requireOpen();
    status = CallOffStatus.CANCELLED;
    cancelReason = why;
    updatedAt = now;
  }

  private void requireOpen() {
    if (status != CallOffStatus.OPEN) {
      throw new RuleViolation("CALL_OFF_CLOSED", "The call-off is " + status + ".");
    }
  }

  private List<RankedBid> ranking() {
    List<Criterion> criteria = request.criteria();
    return RankedBid.of(criteria, bids);
  }

  UUID id() {
    return id;
  }

  /** The contract of the agreement it is called off. */
  UUID contractId() {
    return contractId;
  }

  UUID agreementId() {
    return agreementId;
  }

  CallOffRequest request() {
    return request;
  }

  Supplier invitedSupplier(UUID providerId) {
    return invited.stream()
        .filter(each -> each.providerId().equals(providerId))
        .findFirst()
        .orElseThrow(
            () -> new RuleViolation("NOT_INVITED", "Only invited suppliers bid.", "/providerId"));
  }

  /** The public version, from 1; right once changes are flushed. */
  long version() {
    return lockVersion == null ? 1 : lockVersion + 1;
  }

  /** Its full state. */
  CallOffState state() {
    return new CallOffState(
        id,
        authority,
        agreementId,
        contractId,
        lotId,
        route,
        status,
        request.reference(),
        request.title(),
        Objects.requireNonNullElse(price, request.value()),
        request.start(),
        request.end(),
        request.reason(),
        request.criteria(),
        invited,
        bids,
        ranking(),
        winner,
        awardReason,
        callOffContractId,
        awardedOn,
        cancelReason,
        version());
  }
}
