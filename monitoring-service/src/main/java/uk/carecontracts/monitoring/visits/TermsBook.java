package uk.carecontracts.monitoring.visits;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The terms that hold for a contract on a day: its own, else its authority's, else the shared. */
final class TermsBook {
  static final String SHARED = "SHARED";

  private final Map<UUID, NavigableMap<LocalDate, VisitTerms>> ofContracts = new HashMap<>();
  private final NavigableMap<LocalDate, VisitTerms> ofAuthority = new TreeMap<>();
  private final NavigableMap<LocalDate, VisitTerms> shared = new TreeMap<>();

  TermsBook(List<VisitTerms> all) {
    for (VisitTerms terms : all) {
      UUID contract = terms.contractId();
      if (contract != null) {
        ofContracts.computeIfAbsent(contract, id -> new TreeMap<>()).put(terms.validFrom(), terms);
      } else if (terms.authority().equals(SHARED)) {
        shared.put(terms.validFrom(), terms);
      } else {
        ofAuthority.put(terms.validFrom(), terms);
      }
    }
  }

  VisitTerms at(UUID contract, LocalDate day) {
    VisitTerms own = floor(ofContracts.get(contract), day);
    if (own != null) {
      return own;
    }
    VisitTerms usual = floor(ofAuthority, day);
    VisitTerms terms = usual == null ? floor(shared, day) : usual;
    if (terms == null) {
      throw new IllegalStateException("There are no shared terms for visits on " + day);
    }
    return terms;
  }

  private static @Nullable VisitTerms floor(
      @Nullable NavigableMap<LocalDate, VisitTerms> dated, LocalDate day) {
    Map.Entry<LocalDate, VisitTerms> entry = dated == null ? null : dated.floorEntry(day);
    return entry == null ? null : entry.getValue();
  }
}
