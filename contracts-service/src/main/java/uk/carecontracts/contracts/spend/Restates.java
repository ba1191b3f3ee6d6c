package uk.carecontracts.contracts.spend;

import uk.carecontracts.kit.imports.ImportContext;

/** What a payment file states as a whole, so that held lines it does not have are dropped. */
public enum Restates {
  /** The transactions it names, each within its accounting month. */
  TRANSACTIONS,
  /** Every accounting month of which it has a line, with all payments of the authority. */
  MONTHS;

  static final String PARAMETER = "restates";

  /** As the caller of an import said; only transactions where nothing was said. */
  static Restates of(ImportContext context) {
    String said = context.parameter(PARAMETER);
    return said == null ? TRANSACTIONS : valueOf(said);
  }
}
