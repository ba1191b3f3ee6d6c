package uk.carecontracts.contracts.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.register.ContractEvent;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.contracts.register.Contracts;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.contracts.terms.Ending;
import uk.carecontracts.kit.imports.RowOutcome;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;

/** One batch of imported entries: everything it needs is read once before, written once after. */
final class ImportBatch {
  private final String authority;
  private final Contracts contracts;
  private final ContractSources sources;
  private final ContractRegister register;
  private final Journal journal;
  private final Clock clock;
  private final Map<String, ContractSources.Held> held;
  private final Map<UUID, Contract> known;
  private final Set<String> referencesTaken;
  private final List<Pending> pending = new ArrayList<>();
  private final List<ContractSources.Holding> holdings = new ArrayList<>();

  private record Pending(Contract contract, @Nullable ContractState before, String reason) {}

  ImportBatch(
      String authority,
      List<ImportedContract> rows,
      Contracts contracts,
      ContractSources sources,
      ContractRegister register,
      Journal journal,
      Clock clock) {
    this.authority = authority;
    this.contracts = contracts;
    this.sources = sources;
    this.register = register;
    this.journal = journal;
    this.clock = clock;
    this.held = new HashMap<>();
    Map<String, List<String>> idsByScheme =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.source().scheme(),
                    Collectors.mapping(row -> row.source().id(), Collectors.toList())));
    idsByScheme.forEach((scheme, ids) -> held.putAll(sources.held(authority, scheme, ids)));
    this.known =
        new HashMap<>(
            contracts.findAll(
                held.values().stream().map(ContractSources.Held::contractId).distinct().toList()));
    this.referencesTaken =
        new HashSet<>(
            contracts
                .referencesTaken(
                    authority, rows.stream().flatMap(ImportBatch::references).distinct().toList())
                .keySet());
  }

  private static Stream<String> references(ImportedContract row) {
    return Stream.concat(Stream.ofNullable(row.reference()), Stream.of(row.source().id()));
  }

  /** Takes one entry over, if it says anything new. */
  RowOutcome take(
      ImportedContract row, String content, String hash, Function<String, ImportedContract> parse) {
    ContractSources.Held before = held.get(row.source().id());
    if (before == null) {
      create(row, content, hash);
      return RowOutcome.CREATED;
    }
    if (isOlder(row, before) || before.hash().equals(hash)) {
      return RowOutcome.UNCHANGED;
    }
    Contract contract = known.get(before.contractId());
    boolean changed =
        contract != null
            && !contract.status().isEnded()
            && restate(contract, row, parse.apply(before.content()));
    hold(row, before.contractId(), content, hash);
    return changed ? RowOutcome.UPDATED : RowOutcome.UNCHANGED;
  }

  private static boolean isOlder(ImportedContract row, ContractSources.Held before) {
    Instant stated = row.source().statedAt();
    return stated != null && before.statedAt() != null && stated.isBefore(before.statedAt());
  }

  private void create(ImportedContract row, String content, String hash) {
    Contract contract =
        Contract.imported(
            authority,
            row.status(),
            ImportedTerms.first(row, reference(row)),
            ImportedTerms.ending(row, LocalDate.now(clock)),
            ImportedTerms.source(row),
            ImportedTerms.remarks(row),
            clock.instant());
    contracts.add(contract);
    referencesTaken.add(contract.terms().reference());
    known.put(contract.id(), contract);
    pending.add(new Pending(contract, null, "Imported from " + where(row)));
    hold(row, contract.id(), content, hash);
  }

  private static String where(ImportedContract row) {
    return row.source().scheme() + " " + row.source().id() + ".";
  }

  private String reference(ImportedContract row) {
    String own = row.reference();
    return own == null || own.length() > 200 || referencesTaken.contains(own)
        ? row.source().id()
        : own;
  }

  /** Takes over the news; false when it changes nothing in the register. */
  private boolean restate(Contract contract, ImportedContract row, ImportedContract said) {
    ContractTerms terms = ImportedTerms.next(row, said, contract.terms());
    ContractStatus status = status(contract.status(), row.status());
    boolean same =
        terms.equals(contract.terms())
            && status == contract.status()
            && ImportedTerms.remarks(row).equals(contract.state().remarks());
    if (same) {
      return false;
    }
    if (pending.stream().anyMatch(each -> each.contract() == contract)) {
      drain();
    }
    ContractState before = contract.state();
    Ending ending =
        status == ContractStatus.CANCELLED
            ? ImportedTerms.ending(row, LocalDate.now(clock))
            : before.ending();
    contract.restate(status, terms, ending, ImportedTerms.remarks(row), clock.instant());
    pending.add(new Pending(contract, before, "News from " + where(row)));
    return true;
  }

  /** A source moves a contract forward or cancels it; what a keeper has done further stays. */
  private static ContractStatus status(ContractStatus now, ContractStatus stated) {
    boolean inKeepersHands = now.compareTo(ContractStatus.AWARDED) > 0;
    boolean forward = stated.compareTo(now) > 0;
    return !inKeepersHands && forward ? stated : now;
  }

  private void hold(ImportedContract row, UUID contractId, String content, String hash) {
    Instant statedAt = row.source().statedAt();
    held.put(row.source().id(), new ContractSources.Held(contractId, hash, content, statedAt));
    holdings.add(
        new ContractSources.Holding(
            authority,
            row.source().scheme(),
            row.source().id(),
            contractId,
            hash,
            content,
            statedAt,
            clock.instant()));
  }

  /** Writes everything. */
  void finish() {
    drain();
    sources.hold(holdings);
  }

  private void drain() {
    contracts.flush();
    List<Entry> entries =
        pending.stream()
            .map(
                each ->
                    register.entry(
                        ContractEvent.IMPORTED,
                        each.before(),
                        each.contract().state(),
                        each.reason()))
            .toList();
    journal.append(entries);
    pending.clear();
  }
}
