package uk.carecontracts.contracts.spend;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.spend.files.Payment;
import uk.carecontracts.contracts.spend.files.Redaction;

/** What some lines of a payment file come to. */
record SpendImportTotals(
    long lines,
    BigDecimal total,
    long creditLines,
    BigDecimal credits,
    long redactedLines,
    BigDecimal redacted,
    @Nullable LocalDate firstPaidOn,
    @Nullable LocalDate lastPaidOn) {

  static SpendImportTotals of(List<Payment> payments) {
    List<Payment> credits = payments.stream().filter(Payment::isCredit).toList();
    List<Payment> redacted =
        payments.stream().filter(each -> Redaction.isWithheld(each.supplier())).toList();
    return new SpendImportTotals(
        payments.size(),
        sum(payments),
        credits.size(),
        sum(credits),
        redacted.size(),
        sum(redacted),
        payments.stream().map(Payment::paidOn).min(LocalDate::compareTo).orElse(null),
        payments.stream().map(Payment::paidOn).max(LocalDate::compareTo).orElse(null));
  }

  private static BigDecimal sum(List<Payment> payments) {
    return payments.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
