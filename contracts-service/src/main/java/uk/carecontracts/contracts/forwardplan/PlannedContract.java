package uk.carecontracts.contracts.forwardplan;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What planning needs to know of a contract.
 *
 * @param id the contract
 * @param authority whose it is
 * @param reference the authority's own reference
 * @param title what it is called
 * @param department department responsible
 * @param type kind of agreement
 * @param serviceType service
 * @param clientGroups groups of people it is for
 * @param categories ProClass and CPV codes
 * @param area where it is delivered
 * @param total pounds over the term, nought when unknown
 * @param annual pounds a year, nought when unknown
 */
public record PlannedContract(
    UUID id,
    String authority,
    String reference,
    String title,
    @Nullable String department,
    @Nullable String type,
    @Nullable String serviceType,
    List<String> clientGroups,
    List<String> categories,
    @Nullable String area,
    BigDecimal total,
    BigDecimal annual) {

  /** Agreements that only promise terms have ceilings, never spend. */
  public boolean promisesTermsOnly() {
    return "FRAMEWORK".equals(type) || "DYNAMIC_MARKET".equals(type);
  }
}
