package uk.carecontracts.contracts.publication;

/** What of a contract can be kept back from publication. */
public enum ExemptField {
  /** Title of the agreement. */
  TITLE,
  /** What is provided. */
  DESCRIPTION,
  /** Directorate and department. */
  DEPARTMENT,
  /** Who the suppliers are; whether they are small or voluntary stays public. */
  SUPPLIER,
  /** Every amount but irrecoverable tax, and what was paid. */
  VALUE,
  /** Value added tax that cannot be recovered. */
  IRRECOVERABLE_VAT,
  /** Start, end and review. */
  DATES,
  /** Its documents. */
  DOCUMENTS
}
