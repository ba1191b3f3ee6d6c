package uk.carecontracts.contracts.terms;

import org.jspecify.annotations.Nullable;

/**
 * The entry of another system that a contract was read from.
 *
 * @param scheme CF_NOTICE or OCID
 * @param id identifier in that scheme
 * @param url where a person finds it
 */
public record SourceReference(String scheme, String id, @Nullable String url) {
  /** Scheme of open contracting identifiers. */
  public static final String OCID = "OCID";

  /** Scheme of Contracts Finder notice identifiers. */
  public static final String CF_NOTICE = "CF_NOTICE";
}
