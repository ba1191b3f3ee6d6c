package uk.carecontracts.contracts.spend;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.spend.files.Payment;
import uk.carecontracts.contracts.spend.files.Redaction;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.imports.ImportContext;
import uk.carecontracts.kit.imports.RowOutcome;

/**
 * Takes payment lines over.
 *
 * <p>These files give a line no identifier, and identical lines occur, so a line is what it says,
 * as often as the file says it. A line that is held already is unchanged. A new line of a voucher
 * that an earlier import brought corrects that voucher and counts as updated; what the voucher no
 * longer has is dropped when the file is through. So the same file again changes nothing, and a
 * corrected one changes what was corrected.
 */
@ApplicationScoped
class PaymentImporter {
  private final SpendLineRepository lines;
  private final SpendImportRepository imports;
  private final LedgerSuppliers suppliers;
  private final SpendMatcher matcher;
  private final ContractSpendLedger ledger;

  PaymentImporter(
      SpendLineRepository lines,
      SpendImportRepository imports,
      LedgerSuppliers suppliers,
      SpendMatcher matcher,
      ContractSpendLedger ledger) {
    this.lines = lines;
    this.imports = imports;
    this.suppliers = suppliers;
    this.matcher = matcher;
    this.ledger = ledger;
  }

  private record Row(Payment payment, UUID fingerprint, @Nullable UUID heldAs) {
    SpendLineRepository.@Nullable Voucher voucher() {
      return payment.voucher() == null
          ? null
          : new SpendLineRepository.Voucher(payment.voucher(), YearMonth.from(payment.period()));
    }
  }

  /** Applies lines in their order and says what became of each. */
  List<RowOutcome> apply(List<Payment> payments, ImportContext context) {
    matcher.lock(context.authority());
    List<Row> rows = recognise(payments, context);
    List<Row> fresh = rows.stream().filter(row -> row.heldAs() == null).toList();
    Set<SpendLineRepository.Voucher> known = known(fresh, context);
    hold(fresh, context);
    lines.seen(rows.stream().map(Row::heldAs).filter(Objects::nonNull).toList(), context.jobId());
    imports.add(context.jobId(), context.authority(), SpendImportTotals.of(payments), fresh.size());
    return rows.stream().map(row -> outcome(row, known)).toList();
  }

  private static RowOutcome outcome(Row row, Set<SpendLineRepository.Voucher> known) {
    if (row.heldAs() != null) {
      return RowOutcome.UNCHANGED;
    }
    SpendLineRepository.Voucher voucher = row.voucher();
    return voucher != null && known.contains(voucher) ? RowOutcome.UPDATED : RowOutcome.CREATED;
  }

  private List<Row> recognise(List<Payment> payments, ImportContext context) {
    List<UUID> fingerprints = payments.stream().map(Fingerprint::of).toList();
    Map<UUID, Deque<UUID>> held =
        lines.notYetSeen(context.authority(), Set.copyOf(fingerprints), context.jobId());
    List<Row> rows = new ArrayList<>(payments.size());
    for (int i = 0; i < payments.size(); i++) {
      UUID fingerprint = fingerprints.get(i);
      UUID heldAs = held.getOrDefault(fingerprint, new ArrayDeque<>()).poll();
      rows.add(new Row(payments.get(i), fingerprint, heldAs));
    }
    return rows;
  }

  private Set<SpendLineRepository.Voucher> known(List<Row> fresh, ImportContext context) {
    Set<String> numbers =
        fresh.stream()
            .map(row -> row.payment().voucher())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return lines.known(context.authority(), numbers, context.jobId());
  }

  private void hold(List<Row> fresh, ImportContext context) {
    List<Payment> named =
        fresh.stream()
            .map(Row::payment)
            .filter(payment -> !Redaction.isWithheld(payment.supplier()))
            .toList();
    Map<Payment, UUID> ids = suppliers.take(context.authority(), named);
    Map<UUID, List<PaymentMatch.Candidate>> candidates =
        matcher.candidates(context.authority(), Set.copyOf(ids.values()));
    List<SpendLineRepository.Fresh> held = new ArrayList<>(fresh.size());
    for (Row row : fresh) {
      UUID supplier = ids.get(row.payment());
      PaymentMatch match =
          supplier == null
              ? PaymentMatch.WITHHELD
              : PaymentMatch.decide(
                  row.payment().paidOn(),
                  row.payment().proclass(),
                  candidates.getOrDefault(supplier, List.of()));
      held.add(
          new SpendLineRepository.Fresh(
              Ids.next(), row.fingerprint(), row.payment(), supplier, match));
    }
    lines.add(context.authority(), held, context.jobId());
  }

  /** Drops what the file no longer has and publishes what contracts were paid. */
  void conclude(ImportContext context, Restates restates) {
    matcher.lock(context.authority());
    imports.superseded(
        context.jobId(), lines.dropSuperseded(context.authority(), context.jobId(), restates));
    ledger.refresh(context.authority(), null, "Payments were imported.");
  }

  /** Publishes what contracts were paid by the lines before the one that cannot be read. */
  void brokenOff(ImportContext context) {
    matcher.lock(context.authority());
    ledger.refresh(context.authority(), null, "Part of a payment file was imported.");
  }
}
