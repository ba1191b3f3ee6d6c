package uk.carecontracts.contracts.ocds;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.Procedure;

/** Contracts Finder's own words for procedures, as its releases use them (STANDARDS.md, 1.2). */
final class ProcedureNames {
  private static final Map<String, Procedure> BY_BEGINNING =
      Map.of(
          "open procedure", Procedure.OPEN,
          "restricted procedure", Procedure.RESTRICTED,
          "competitive procedure with negotiation", Procedure.COMPETITIVE_NEGOTIATION,
          "competitive flexible", Procedure.COMPETITIVE_FLEXIBLE,
          "competitive quotation", Procedure.QUOTATION,
          "call-off from a framework", Procedure.FRAMEWORK_CALL_OFF,
          "call-off from a dynamic", Procedure.DYNAMIC_MARKET_CALL_OFF,
          "single tender action", Procedure.DIRECT_AWARD,
          "direct award", Procedure.DIRECT_AWARD,
          "negotiated procedure without", Procedure.DIRECT_AWARD);
  private static final Map<String, Procedure> BY_METHOD =
      Map.of(
          "open", Procedure.OPEN,
          "selective", Procedure.RESTRICTED,
          "limited", Procedure.QUOTATION,
          "direct", Procedure.DIRECT_AWARD);

  private ProcedureNames() {}

  /** From the words in lower case, else from the OCDS method; null when neither tells. */
  static @Nullable Procedure of(String details, String method) {
    return BY_BEGINNING.entrySet().stream()
        .filter(entry -> details.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> details.startsWith("other") ? Procedure.OTHER : BY_METHOD.get(method));
  }
}
