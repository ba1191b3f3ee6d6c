package uk.carecontracts.providers.innovation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.RuleViolation;

/** Money that is invested to save; it is never overdrawn. */
@Entity
@Table(name = "innovation_fund")
class Fund {

  @Id private UUID id;
  @Version private long version;
  private String authority;
  private String name;
  private String purpose;
  private BigDecimal balance;

  @Column(name = "opened_by")
  private String openedBy;

  @Column(name = "opened_at")
  private Instant openedAt;

  /**
   * A fund as the API and its events show it.
   *
   * @param id the fund
   * @param authority GSS code of the authority
   * @param name what it is called
   * @param purpose what it is for
   * @param balance what is there to be awarded
   * @param openedBy who opened it
   * @param openedAt when
   * @param version number of the fund's version; every movement raises it
   */
  @Schema(name = "InnovationFund")
  public record State(
      UUID id,
      String authority,
      String name,
      String purpose,
      Money balance,
      String openedBy,
      Instant openedAt,
      long version) {}

  /** For the persistence provider. */
  @SuppressWarnings("NullAway")
  protected Fund() {}

  static Fund open(String authority, ProposalForms.NewFund form, String by, Instant now) {
    Fund fresh = new Fund();
    fresh.id = Ids.next();
    fresh.version = 1;
    fresh.authority = authority;
    fresh.name = form.name();
    fresh.purpose = form.purpose();
    fresh.balance = BigDecimal.ZERO;
    fresh.openedBy = by;
    fresh.openedAt = now;
    return fresh;
  }

  /** Money comes in: a contribution, what was not needed, or a repayment. */
  FundEntry receive(EntryKind kind, BigDecimal amount, Movement movement) {
    balance = balance.add(amount);
    return new FundEntry(this, kind, amount, movement);
  }

  /** Sets money aside, if it is there. */
  FundEntry award(BigDecimal amount, Movement movement) {
    if (amount.compareTo(balance) > 0) {
      throw new RuleViolation(
          "FUND_INSUFFICIENT",
          "The fund holds £%s and £%s are needed."
              .formatted(
                  Money.gbp(balance).amount().toPlainString(),
                  Money.gbp(amount).amount().toPlainString()),
          "/fundId");
    }
    balance = balance.subtract(amount);
    return new FundEntry(this, EntryKind.AWARD, amount.negate(), movement);
  }

  /** Why, by whom and when the fund moves, and for which proposal. */
  record Movement(@Nullable UUID proposalId, String note, String by, Instant at) {}

  State state() {
    return new State(id, authority, name, purpose, Money.gbp(balance), openedBy, openedAt, version);
  }

  UUID id() {
    return id;
  }

  String authority() {
    return authority;
  }

  BigDecimal balance() {
    return balance;
  }

  long version() {
    return version;
  }
}
