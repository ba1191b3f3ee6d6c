package uk.carecontracts.contracts.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.Categories;
import uk.carecontracts.contracts.terms.ContractDates;
import uk.carecontracts.contracts.terms.ContractDocument;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.contracts.terms.ContractValues;
import uk.carecontracts.contracts.terms.Ending;
import uk.carecontracts.contracts.terms.Party;
import uk.carecontracts.contracts.terms.PartyIdentifier;
import uk.carecontracts.contracts.terms.PartyRole;
import uk.carecontracts.contracts.terms.Remark;
import uk.carecontracts.contracts.terms.SourceReference;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.time.Clocks;

/** Turns what a source says into terms of the register; a keeper's additions stay. */
final class ImportedTerms {
  private static final int LONGEST_TITLE = 1000;
  private static final int LONGEST_DESCRIPTION = 20_000;

  private ImportedTerms() {}

  /** The terms of a new entry. */
  static ContractTerms first(ImportedContract in, String reference) {
    return merged(in, null, empty(reference, title(in)));
  }

  /**
   * The terms after a source said something new: what it says differently from before is taken
   * over, everything else stays as the register has it, so that a keeper's work is not lost.
   */
  static ContractTerms next(ImportedContract in, ImportedContract before, ContractTerms held) {
    return merged(in, before, held);
  }

  private static ContractTerms merged(
      ImportedContract in, @Nullable ImportedContract before, ContractTerms base) {
    News news = new News(in, before);
    return new ContractTerms(
        base.reference(),
        String.valueOf(cut(news.of(ImportedContract::title, base.title()), LONGEST_TITLE)),
        cut(news.of(ImportedContract::description, base.description()), LONGEST_DESCRIPTION),
        base.directorate(),
        base.department(),
        news.of(ImportedContract::buyerName, base.buyerName()),
        news.of(ImportedContract::type, base.type()),
        base.regime(),
        news.of(ImportedContract::procedure, base.procedure()),
        new Categories(
            base.categories().proclass(),
            orEmpty(news.of(ImportedContract::cpvCodes, base.categories().cpv()))),
        base.serviceType(),
        base.clientGroups(),
        news.of(ImportedContract::area, base.area()),
        news.in(ImportedContract::suppliers) ? parties(in, base.parties()) : base.parties(),
        base.lots(),
        news.in(ImportedContract::totalValue) ? values(in, base.values()) : base.values(),
        new ContractDates(
            news.of(ImportedContract::awardDate, base.dates().award()),
            base.dates().signature(),
            news.of(ImportedContract::startDate, base.dates().start()),
            news.of(ImportedContract::endDate, base.dates().end()),
            base.dates().review(),
            base.dates().noticeMonths()),
        documents(in, base.documents()),
        base.socialValue(),
        base.minimumStandards(),
        base.outcomes(),
        news.in(ImportedContract::procedure) ? null : base.competed(),
        base.permittedVariations());
  }

  /** What a source says now that it did not say before. */
  private record News(ImportedContract now, @Nullable ImportedContract before) {
    /** Whether the source states the fact, and differently from before. */
    <T> boolean in(Function<ImportedContract, @Nullable T> fact) {
      T stated = fact.apply(now);
      boolean silent = stated == null || (stated instanceof List<?> list && list.isEmpty());
      return !silent && (before == null || !stated.equals(fact.apply(before)));
    }

    /** The fact where it is news, otherwise what is held. */
    <T> @Nullable T of(Function<ImportedContract, @Nullable T> fact, @Nullable T held) {
      return in(fact) ? fact.apply(now) : held;
    }
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static ContractTerms empty(String reference, String title) {
    return new ContractTerms(
        reference,
        title,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Categories.NONE,
        null,
        List.of(),
        null,
        List.of(),
        List.of(),
        ContractValues.NONE,
        ContractDates.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of());
  }

  private static String title(ImportedContract in) {
    return String.valueOf(cut(in.title(), LONGEST_TITLE));
  }

  private static ContractValues values(ImportedContract in, ContractValues base) {
    return in.totalValue() == null
        ? base
        : base.withTotal(new Money(in.totalValue(), in.currency()));
  }

  /** The first supplier leads; a supplier that was a party keeps its identity and its link. */
  private static List<Party> parties(ImportedContract in, List<Party> held) {
    List<Party> parties = new ArrayList<>();
    for (ImportedContract.Supplier supplier : in.suppliers()) {
      Party before =
          held.stream()
              .filter(p -> same(p.name(), supplier.name()))
              .filter(p -> parties.stream().noneMatch(q -> p.id() != null && p.id().equals(q.id())))
              .findFirst()
              .orElse(null);
      parties.add(party(supplier, before));
    }
    return parties;
  }

  private static Party party(ImportedContract.Supplier supplier, @Nullable Party before) {
    List<PartyIdentifier> identifiers =
        supplier.identifier() == null || supplier.identifierScheme() == null
            ? List.of()
            : List.of(new PartyIdentifier(supplier.identifierScheme(), supplier.identifier()));
    return new Party(
        before == null ? null : before.id(),
        before == null ? PartyRole.LEAD_SUPPLIER : before.role(),
        supplier.name(),
        supplier.tradingName(),
        identifiers,
        supplier.postcode(),
        supplier.sme(),
        supplier.vcse(),
        before == null ? null : before.sharePercent(),
        before == null ? null : before.providerId(),
        supplier.lots());
  }

  private static boolean same(String one, String other) {
    return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }

  private static List<ContractDocument> documents(
      ImportedContract in, List<ContractDocument> held) {
    List<ContractDocument> documents = new ArrayList<>(held);
    for (ImportedContract.Document each : in.documents()) {
      if (held.stream().noneMatch(d -> each.url().equals(d.url()))) {
        String title = each.title() == null ? each.url() : each.title();
        documents.add(
            new ContractDocument(
                String.valueOf(cut(title, LONGEST_TITLE)), each.type(), null, each.url(), null));
      }
    }
    return documents;
  }

  /** How a contract that its source calls cancelled ended. */
  static @Nullable Ending ending(ImportedContract in, LocalDate today) {
    if (in.status() != ContractStatus.CANCELLED) {
      return null;
    }
    String reason =
        in.remarks().isEmpty()
            ? "Cancelled at its source."
            : in.remarks().get(in.remarks().size() - 1).message();
    LocalDate date =
        in.source().statedAt() == null
            ? today
            : in.source().statedAt().atZone(Clocks.LONDON).toLocalDate();
    return Ending.cancelled(date, reason);
  }

  static SourceReference source(ImportedContract in) {
    return new SourceReference(in.source().scheme(), in.source().id(), in.source().url());
  }

  static List<Remark> remarks(ImportedContract in) {
    return in.remarks().stream().map(r -> new Remark(r.code(), r.message())).toList();
  }

  private static @Nullable String cut(@Nullable String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
