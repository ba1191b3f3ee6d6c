package uk.carecontracts.contracts.options;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * A right to let a contract run longer that its parties agreed up front: exercised in time, or
 * lapsed (DOMAIN.md, S6).
 */
@Entity
@Table(name = "extension_option")
public class ExtensionOption {
  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private @Nullable Long lockVersion;

  @Column(name = "contract_id", updatable = false)
  private UUID contractId;

  @Column(updatable = false)
  private String authority;

  @Column(updatable = false)
  private int position;

  @Column(updatable = false)
  private int months;

  @Column(name = "notice_months", updatable = false)
  private int noticeMonths;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "additional_value", updatable = false)
  private @Nullable Money additionalValue;

  @Column(updatable = false)
  private @Nullable String clause;

  @Enumerated(EnumType.STRING)
  private OptionStatus status;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable ExtensionTaken exercise;

  @Column(name = "lapsed_because")
  private @Nullable String lapsedBecause;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For the persistence provider. */
  protected ExtensionOption() {}

  /** Enters an option after those the contract has. */
  static ExtensionOption define(
      Contract contract, int position, ExtensionRequest request, Instant now) {
    DefinitionPolicy.checkExtension(contract, request);
    ExtensionOption option = new ExtensionOption();
    option.id = Ids.next();
    option.contractId = contract.id();
    option.authority = contract.authority();
    option.position = position;
    option.months = request.months();
    option.noticeMonths = request.noticeMonths();
    option.additionalValue = request.additionalValue();
    option.clause = request.clause();
    option.status = OptionStatus.OPEN;
    option.createdAt = now;
    option.updatedAt = now;
    return option;
  }

  /**
   * Takes the option.
   *
   * @param open the contract's open options in their order, this one among them
   * @throws RuleViolation EXTENSION_NOT_POSSIBLE with every reason
   */
  ExtensionTaken exercise(
      Contract contract,
      List<ExtensionOption> open,
      ExtensionDecision decision,
      LocalDate today,
      Instant now) {
    ExtensionPolicy.check(new ExtensionPolicy.Taking(contract, this, open, decision, today));
    ExtensionTaken taken = LongerTerm.of(contract.terms(), this).taken(decision);
    status = OptionStatus.EXERCISED;
    exercise = taken;
    updatedAt = now;
    return taken;
  }

  /** Nobody can take it any more. */
  void lapse(String because, Instant now) {
    if (status != OptionStatus.OPEN) {
      throw new RuleViolation("WRONG_STATUS", "An option that is " + status + " stays so.");
    }
    status = OptionStatus.LAPSED;
    lapsedBecause = because;
    updatedAt = now;
  }

  /**
   * The last day of the contract before this option begins, when those open before it are taken.
   */
  private @Nullable LocalDate follows(Contract contract, List<ExtensionOption> open) {
    LocalDate end = contract.terms().dates().end();
    int before =
        open.stream().filter(o -> o.position < position).mapToInt(ExtensionOption::months).sum();
    return end == null ? null : Months.longer(end, before);
  }

  /** The last day to give notice; null when it is not open or the contract has no last day. */
  @Nullable LocalDate noticeDeadline(Contract contract, List<ExtensionOption> open) {
    LocalDate end = follows(contract, open);
    return end == null || !isOpen() ? null : Months.noticeBy(end, noticeMonths);
  }

  boolean isOpen() {
    return status == OptionStatus.OPEN;
  }

  UUID id() {
    return id;
  }

  UUID contractId() {
    return contractId;
  }

  int position() {
    return position;
  }

  int months() {
    return months;
  }

  OptionStatus status() {
    return status;
  }

  @Nullable Money additionalValue() {
    return additionalValue;
  }

  long version() {
    return lockVersion == null ? 1 : lockVersion + 1;
  }

  /** How it is shown, beside the contract's open options. */
  ExtensionOptionView view(Contract contract, List<ExtensionOption> open) {
    LocalDate end = follows(contract, open);
    return new ExtensionOptionView(
        id,
        contractId,
        authority,
        position,
        months,
        noticeMonths,
        additionalValue,
        clause,
        status,
        noticeDeadline(contract, open),
        end == null || !isOpen() ? null : Months.longer(end, months),
        exercise,
        lapsedBecause,
        createdAt,
        updatedAt,
        version());
  }
}
