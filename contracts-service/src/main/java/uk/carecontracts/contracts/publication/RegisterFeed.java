package uk.carecontracts.contracts.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.atom.AtomEntry;
import uk.carecontracts.contracts.atom.AtomFeed;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.kit.problem.ProblemException;

/**
 * The register's changes as an archived Atom feed (RFC 5005, section 4): an archive holds what
 * happened in a fixed stretch of commit order, so it stays as it is; the subscription document
 * holds the stretch that is not full and the one before. Who follows prev-archive until it meets an
 * archive it has read misses nothing.
 */
@ApplicationScoped
class RegisterFeed {
  private static final String ID = "urn:care-contracts:register";

  private final RegisterChanges changes;
  private final AuthorityNames names;
  private final int stretch;

  RegisterFeed(RegisterChanges changes, AuthorityNames names, PublicationConfig config) {
    this.changes = changes;
    this.names = names;
    this.stretch = config.feedArchiveLength();
  }

  /** Where documents and contracts are. */
  interface Addresses {
    /** Of an archive, or without a number of the subscription document. */
    String document(@Nullable Long archive);

    /** Of a contract in the register. */
    String contract(UUID id);
  }

  /** What changed lately. */
  String recent(@Nullable String authority, Addresses addresses) {
    long newest = changes.newest();
    long full = newest / stretch;
    long from = Math.max(0, full - 1) * stretch;
    return feed(authority, addresses, null)
        .link("prev-archive", archiveUpTo(full * stretch, authority, addresses::document))
        .write(entries(from, newest, authority, addresses));
  }

  /** An archive; 404 while its stretch is not full. */
  String archive(long number, @Nullable String authority, Addresses addresses) {
    long full = changes.newest() / stretch;
    if (number > full) {
      throw ProblemException.notFound("archive", number);
    }
    long from = (number - 1) * stretch;
    return feed(authority, addresses, number)
        .archive()
        .link("current", addresses.document(null))
        .link("prev-archive", archiveUpTo(from, authority, addresses::document))
        .link("next-archive", number < full ? addresses.document(number + 1) : null)
        .write(entries(from, from + stretch, authority, addresses));
  }

  private AtomFeed feed(@Nullable String authority, Addresses addresses, @Nullable Long archive) {
    String of = authority == null ? "" : ":" + authority;
    String title = "Contract register" + (authority == null ? "" : " of " + names.of(authority));
    return new AtomFeed(ID + of, title, addresses.document(archive));
  }

  /** Archives in which nothing public happened are passed over. */
  private @Nullable String archiveUpTo(
      long position, @Nullable String authority, Function<Long, String> address) {
    long last = changes.lastUpTo(position, authority);
    return last == 0 ? null : address.apply((last - 1) / stretch + 1);
  }

  private List<AtomEntry> entries(
      long after, long upTo, @Nullable String authority, Addresses addresses) {
    return changes.between(after, upTo, authority).stream()
        .map(change -> entry(change, addresses))
        .toList();
  }

  private AtomEntry entry(RegisterChange change, Addresses addresses) {
    ContractState contract = change.state();
    List<AtomEntry.Category> categories = new ArrayList<>();
    categories.add(new AtomEntry.Category("event", change.type()));
    categories.add(new AtomEntry.Category("status", contract.status().name()));
    categories.add(new AtomEntry.Category("authority", contract.authority()));
    if (contract.serviceType() != null) {
      categories.add(new AtomEntry.Category("service", contract.serviceType()));
    }
    return new AtomEntry(
        change.eventId(),
        contract.title(),
        change.at(),
        names.of(contract.authority()),
        addresses.contract(contract.id()),
        categories,
        summary(change));
  }

  /** Such as: Contract awarded, version 3. Reference C-12, AWARDED, 2026-04-01 to 2029-03-31. */
  private static String summary(RegisterChange change) {
    ContractState contract = change.state();
    String event = change.type().replaceFirst("\\.v\\d+$", "").replaceAll("[.-]", " ");
    StringBuilder words = new StringBuilder();
    words.append(event.substring(0, 1).toUpperCase(Locale.ROOT)).append(event.substring(1));
    words.append(", version ").append(contract.version());
    words.append(". Reference ").append(contract.reference());
    words.append(", ").append(contract.status());
    if (contract.dates().start() != null && contract.dates().end() != null) {
      words.append(", ").append(contract.dates().start());
      words.append(" to ").append(contract.dates().end());
    }
    words.append('.');
    if (change.reason() != null) {
      words.append(' ').append(change.reason());
    }
    return words.toString();
  }
}
