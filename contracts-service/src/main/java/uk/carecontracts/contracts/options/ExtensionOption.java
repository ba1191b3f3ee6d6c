package uk.carecontracts.contracts.options;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * A right to let a contract run longer that its parties agreed up front: exercised in time, or
 * lapsed (DOMAIN.md, S6).
 */
@Entity
@Table(name = "extension_option")
public class ExtensionOption extends AgreedRight {
  @Column(updatable = false)
  private int position;

  @Column(updatable = false)
  private int months;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "additional_value", updatable = false)
  private @Nullable Money additionalValue;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable ExtensionTaken exercise;

  /** For the persistence provider. */
  protected ExtensionOption() {}

  private ExtensionOption(Contract contract, int position, ExtensionRequest request, Instant now) {
    super(contract, request.noticeMonths(), request.clause(), now);
    this.position = position;
    this.months = request.months();
    this.additionalValue = request.additionalValue();
  }

  /** Enters an option after those the contract has. */
  static ExtensionOption define(
      Contract contract, int position, ExtensionRequest request, Instant now) {
    DefinitionPolicy.checkExtension(contract, request);
    return new ExtensionOption(contract, position, request, now);
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
    exercise = taken;
    exercised(now);
    return taken;
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

  /**
   * The last day to give notice, also where it was missed; null when the option can no longer be
   * taken or the contract has no last day.
   */
  @Nullable LocalDate noticeDeadline(Contract contract, List<ExtensionOption> open) {
    if (!isOpen()) {
      return noticeMissed();
    }
    LocalDate end = follows(contract, open);
    return end == null ? null : Months.noticeBy(end, noticeMonths());
  }

  int position() {
    return position;
  }

  int months() {
    return months;
  }

  @Nullable Money additionalValue() {
    return additionalValue;
  }

  /** How it is shown, beside the contract's open options. */
  ExtensionOptionView view(Contract contract, List<ExtensionOption> open) {
    LocalDate end = follows(contract, open);
    return new ExtensionOptionView(
        id(),
        contractId(),
        authority(),
        position,
        months,
        noticeMonths(),
        additionalValue,
        clause(),
        status(),
        noticeDeadline(contract, open),
        end == null || !isOpen() ? null : Months.longer(end, months),
        exercise,
        lapsedBecause(),
        createdAt(),
        updatedAt(),
        version());
  }
}
