package uk.carecontracts.contracts.spend.files;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One payment line of a file.
 *
 * @param supplier who was paid, as written
 * @param beneficiaryId the ledger's number of the supplier
 * @param identifiers identifiers of the supplier as {@code SCHEME:id}
 * @param paidOn day of payment
 * @param period last day of the accounting month it belongs to
 * @param voucher transaction number; one transaction may have many lines
 * @param amount net amount in pounds; negative for a credit
 * @param irrecoverableVat value added tax that cannot be recovered, in pounds
 * @param unit organisational unit that spent it
 * @param purpose what for
 * @param proclass ProClass code
 * @param proclassLabel that code in words
 * @param invoice invoice number
 * @param costCentre profit or cost centre
 */
public record Payment(
    String supplier,
    @Nullable String beneficiaryId,
    List<String> identifiers,
    LocalDate paidOn,
    LocalDate period,
    @Nullable String voucher,
    BigDecimal amount,
    @Nullable BigDecimal irrecoverableVat,
    @Nullable String unit,
    @Nullable String purpose,
    @Nullable String proclass,
    @Nullable String proclassLabel,
    @Nullable String invoice,
    @Nullable String costCentre) {

  /** Keeps its own list. */
  public Payment {
    identifiers = List.copyOf(identifiers);
  }

  /** Whether it gives money back. */
  public boolean isCredit() {
    return amount.signum() < 0;
  }
}
