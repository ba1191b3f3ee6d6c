package uk.carecontracts.contracts.notices;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the supplier field of an awarded notice says once it is taken apart.
 *
 * @param suppliers those named, in the order written, each once
 * @param unnamed what stands in the field instead of a supplier
 * @param doubts what a person should check
 */
record AwardedSuppliers(List<Named> suppliers, List<Unnamed> unnamed, List<String> doubts) {

  AwardedSuppliers {
    suppliers = List.copyOf(suppliers);
    unnamed = List.copyOf(unnamed);
    doubts = List.copyOf(doubts);
  }

  /** Whether the field says that nothing was awarded, and names nobody. */
  boolean saysNothingWasAwarded() {
    return suppliers.isEmpty()
        && !unnamed.isEmpty()
        && unnamed.stream().allMatch(each -> each.why() == Why.NOT_AWARDED);
  }

  /** One supplier. */
  record Named(String name, @Nullable String tradingName, List<String> lots) {
    Named {
      lots = List.copyOf(lots);
    }
  }

  /** Words that stand where a supplier should, and the lot they stand for. */
  record Unnamed(Why why, String words, @Nullable String lot) {}

  /** Why no supplier is named. */
  enum Why {
    /** The field says that there was no award. */
    NOT_AWARDED("nothing was awarded"),
    /** The supplier is known to the buyer but kept back, usually a person. */
    WITHHELD("the supplier's name is withheld"),
    /** The suppliers are listed in a document elsewhere. */
    ELSEWHERE("the suppliers are listed elsewhere"),
    /** A placeholder or a code. */
    NOT_STATED("no supplier is stated");

    private final String reason;

    Why(String reason) {
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }
}
