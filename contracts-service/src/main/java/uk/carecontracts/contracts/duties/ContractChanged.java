package uk.carecontracts.contracts.duties;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that was made to a contract or is about to be.
 *
 * @param id the variation or option
 * @param day from when it holds
 * @param open whether it still may be or was made
 * @param novation whether another supplier takes over
 * @param valuePercent by how much of its value the contract changes; null when not at all
 * @param termPercent by how much of its term; null when not at all
 * @param together what it comes to with the changes before it that had no notice
 */
record ContractChanged(
    UUID id,
    LocalDate day,
    boolean open,
    boolean novation,
    @Nullable BigDecimal valuePercent,
    @Nullable BigDecimal termPercent,
    Together together) {

  /**
   * Changes added up.
   *
   * @param earlier how many came before
   * @param valuePercent of the value before the first of them; null when none changes it
   * @param termPercent of the term before the first of them; null when none changes it
   */
  record Together(
      int earlier, @Nullable BigDecimal valuePercent, @Nullable BigDecimal termPercent) {}

  /** Whether a notice comes before it; up to the limit of percent none is needed. */
  boolean needsNotice(@Nullable BigDecimal limit) {
    return open && (novation || largeAlone(limit) || largeTogether(limit));
  }

  private boolean largeAlone(@Nullable BigDecimal limit) {
    return large(valuePercent, limit) || large(termPercent, limit);
  }

  private boolean largeTogether(@Nullable BigDecimal limit) {
    return together.earlier() > 0
        && (large(together.valuePercent(), limit) || large(together.termPercent(), limit));
  }

  private static boolean large(@Nullable BigDecimal percent, @Nullable BigDecimal limit) {
    return percent != null && limit != null && percent.abs().compareTo(limit) > 0;
  }

  /** What changes, and where it counts with others. */
  String inWords(@Nullable BigDecimal limit) {
    if (!open) {
      return "The change was withdrawn or refused.";
    }
    if (novation) {
      return "Another supplier takes the contract over.";
    }
    String alone = changes(valuePercent, termPercent);
    return largeAlone(limit) || !largeTogether(limit)
        ? alone
        : alone
            + " With "
            + together.earlier()
            + (together.earlier() == 1 ? " change" : " changes")
            + " before it that had no notice: "
            + changes(together.valuePercent(), together.termPercent());
  }

  private static String changes(@Nullable BigDecimal value, @Nullable BigDecimal term) {
    String all =
        ((value == null ? "" : "Its value changes by " + shown(value) + ". ")
                + (term == null ? "" : "Its term changes by " + shown(term) + ". "))
            .strip();
    return all.isEmpty() ? "Neither value nor term changes." : all;
  }

  private static String shown(BigDecimal percent) {
    return percent.setScale(2, RoundingMode.HALF_UP).toPlainString() + " %";
  }
}
