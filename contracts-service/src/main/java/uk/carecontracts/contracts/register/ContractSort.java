package uk.carecontracts.contracts.register;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/** The orders a list can have; each is total, because the identity breaks ties. */
record ContractSort(String expression, String cast, boolean descending) {
  private static final Map<String, ContractSort> KNOWN =
      Map.of(
          "created", new ContractSort("c.contract_id", "uuid", false),
          "title", new ContractSort("c.title", "text", false),
          "start", new ContractSort("coalesce(c.start_date, 'infinity')", "date", false),
          "end", new ContractSort("coalesce(c.end_date, 'infinity')", "date", false),
          "value", new ContractSort("coalesce(c.total_value, -1)", "numeric", false));

  static ContractSort of(@Nullable String name) {
    if (name == null) {
      return new ContractSort("c.contract_id", "uuid", true);
    }
    boolean descending = name.startsWith("-");
    ContractSort known = KNOWN.get(descending ? name.substring(1) : name);
    if (known == null) {
      throw ProblemException.badRequest(
          "sort",
          "'" + name + "' is not one of created, end, start, title, value, or these with a minus.");
    }
    return new ContractSort(known.expression, known.cast, descending);
  }

  /** Whether it is the order of entry with the newest first, in which most lists are read. */
  boolean isNewestFirst() {
    return descending && cast.equals("uuid");
  }

  String orderBy() {
    String direction = descending ? " desc" : "";
    return " order by " + expression + direction + ", c.contract_id" + direction;
  }

  String after() {
    return "("
        + expression
        + ", c.contract_id) "
        + (descending ? "<" : ">")
        + " (?::"
        + cast
        + ", ?)";
  }
}
