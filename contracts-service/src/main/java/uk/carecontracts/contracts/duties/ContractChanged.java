package uk.carecontracts.contracts.duties;

import java.math.BigDecimal;
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
 */
record ContractChanged(
    UUID id,
    LocalDate day,
    boolean open,
    boolean novation,
    @Nullable BigDecimal valuePercent,
    @Nullable BigDecimal termPercent) {
  /** Up to a tenth of value or term no notice is needed (Procurement Act 2023, s.75). */
  private static final BigDecimal SMALL = BigDecimal.TEN;

  boolean needsNotice() {
    return open && (novation || large(valuePercent) || large(termPercent));
  }

  private static boolean large(@Nullable BigDecimal percent) {
    return percent != null && percent.abs().compareTo(SMALL) > 0;
  }

  String inWords() {
    if (!open) {
      return "The change was withdrawn or refused.";
    }
    if (novation) {
      return "Another supplier takes the contract over.";
    }
    String value = valuePercent == null ? "" : "Its value changes by " + shown(valuePercent) + ". ";
    String term = termPercent == null ? "" : "Its term changes by " + shown(termPercent) + ". ";
    String all = (value + term).strip();
    return all.isEmpty() ? "Neither value nor term changes." : all;
  }

  private static String shown(BigDecimal percent) {
    return percent.setScale(2, java.math.RoundingMode.HALF_UP).toPlainString() + " %";
  }
}
