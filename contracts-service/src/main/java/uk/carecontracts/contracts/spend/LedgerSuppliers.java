package uk.carecontracts.contracts.spend;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import uk.carecontracts.contracts.spend.files.Payment;
import uk.carecontracts.contracts.spend.files.Redaction;
import uk.carecontracts.kit.ids.Ids;

/** Knows whom an authority pays by the numbers of its own ledger, or by name where it has none. */
@ApplicationScoped
class LedgerSuppliers {
  private final SpendSupplierRepository held;
  private final SpendMatcher matcher;

  LedgerSuppliers(SpendSupplierRepository held, SpendMatcher matcher) {
    this.held = held;
    this.matcher = matcher;
  }

  /** The suppliers of payments, entered when they are new. */
  Map<Payment, UUID> take(String authority, Collection<Payment> payments) {
    Map<String, List<Payment>> bySource = new LinkedHashMap<>();
    payments.forEach(
        each -> bySource.computeIfAbsent(sourceKey(each), key -> new ArrayList<>()).add(each));
    if (bySource.isEmpty()) {
      return Map.of();
    }
    Map<String, SpendSupplierRepository.Held> known = held.held(authority, bySource.keySet());
    List<SpendSupplierRepository.Newcomer> newcomers = new ArrayList<>();
    Map<UUID, Set<String>> news = new LinkedHashMap<>();
    Map<Payment, UUID> ids = new HashMap<>();
    List<UUID> renamed = new ArrayList<>();
    bySource.forEach(
        (source, same) -> {
          SpendSupplierRepository.Held before = known.get(source);
          UUID id = before == null ? Ids.next() : before.id();
          if (before == null) {
            Payment first = same.get(0);
            newcomers.add(
                new SpendSupplierRepository.Newcomer(
                    id, source, first.supplier(), first.beneficiaryId()));
          }
          same.forEach(each -> ids.put(each, id));
          Set<String> keys = new HashSet<>(keys(same));
          if (before != null) {
            keys.removeAll(before.keys());
          }
          if (!keys.isEmpty()) {
            news.put(id, keys);
            if (before != null) {
              renamed.add(id);
            }
          }
        });
    held.add(authority, newcomers);
    held.addKeys(authority, news);
    held.findProviders(news.keySet());
    matcher.rematch(authority, renamed, "The ledger knows a supplier by another name too.");
    return ids;
  }

  private static List<String> keys(List<Payment> same) {
    List<List<String>> keys = new ArrayList<>();
    same.stream()
        .map(Payment::supplier)
        .distinct()
        .forEach(name -> keys.add(SupplierKeys.ofName(name)));
    same.stream().map(Payment::identifiers).distinct().forEach(keys::add);
    return SupplierKeys.all(keys);
  }

  private static String sourceKey(Payment payment) {
    String number = payment.beneficiaryId();
    return number == null || Redaction.isWithheld(number)
        ? "NAME:" + Objects.requireNonNull(payment.supplier()).toUpperCase(Locale.ROOT)
        : "NUMBER:" + number;
  }
}
