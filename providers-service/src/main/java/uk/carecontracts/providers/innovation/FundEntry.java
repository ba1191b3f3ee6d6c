package uk.carecontracts.providers.innovation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.money.Money;

/** One movement of a fund; it never changes. */
@Entity
@Immutable
@Table(name = "innovation_fund_entry")
class FundEntry {

  @Id private UUID id;

  @Column(name = "fund_id")
  private UUID fundId;

  private String authority;

  @Enumerated(EnumType.STRING)
  private EntryKind kind;

  private BigDecimal amount;

  @Column(name = "balance_after")
  private BigDecimal balanceAfter;

  @Column(name = "proposal_id")
  private @Nullable UUID proposalId;

  private String note;

  @Column(name = "entered_by")
  private String enteredBy;

  @Column(name = "entered_at")
  private Instant enteredAt;

  /**
   * A movement as the API shows it.
   *
   * @param id the entry
   * @param fundId the fund
   * @param authority GSS code of the authority
   * @param kind why the fund moved
   * @param amount what came in, or with a minus what went out
   * @param balanceAfter what was there afterwards
   * @param proposalId the proposal it was for
   * @param note in words
   * @param enteredBy who entered it
   * @param enteredAt when
   */
  @Schema(name = "InnovationFundEntry")
  public record State(
      UUID id,
      UUID fundId,
      String authority,
      EntryKind kind,
      Money amount,
      Money balanceAfter,
      @Nullable UUID proposalId,
      String note,
      String enteredBy,
      Instant enteredAt) {}

  /** For the persistence provider. */
  @SuppressWarnings("NullAway")
  protected FundEntry() {}

  FundEntry(Fund fund, EntryKind kind, BigDecimal amount, Fund.Movement movement) {
    this.id = Ids.next();
    this.fundId = fund.id();
    this.authority = fund.authority();
    this.kind = kind;
    this.amount = amount;
    this.balanceAfter = fund.balance();
    this.proposalId = movement.proposalId();
    this.note = movement.note();
    this.enteredBy = movement.by();
    this.enteredAt = movement.at();
  }

  State state() {
    return new State(
        id,
        fundId,
        authority,
        kind,
        Money.gbp(amount),
        Money.gbp(balanceAfter),
        proposalId,
        note,
        enteredBy,
        enteredAt);
  }

  UUID id() {
    return id;
  }
}
