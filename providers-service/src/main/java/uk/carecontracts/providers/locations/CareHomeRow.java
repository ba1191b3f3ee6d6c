package uk.carecontracts.providers.locations;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One care home as one extract of the regulator's directory lists it.
 *
 * @param name the home's name
 * @param cqcLocationId the regulator's location id; extracts before 2020 carry none
 * @param careType the main kind of care
 * @param address the address, parts separated by a comma and a space
 * @param postcode the postcode in its usual spelling
 * @param telephone as listed
 * @param website as listed
 * @param providerName the registered provider; extracts before 2020 carry none
 * @param inspectionDate the last inspection, when listed
 * @param beds registered beds, when listed; the extracts known so far carry none
 * @param area the GSS code of the council
 * @param longitude WGS 84 degrees
 * @param latitude WGS 84 degrees
 */
public record CareHomeRow(
    String name,
    @Nullable String cqcLocationId,
    CareType careType,
    String address,
    String postcode,
    @Nullable String telephone,
    @Nullable String website,
    @Nullable String providerName,
    @Nullable LocalDate inspectionDate,
    @Nullable Integer beds,
    String area,
    @Nullable BigDecimal longitude,
    @Nullable BigDecimal latitude) {

  /** What identifies the home for comparison with other extracts. */
  public HomeKey key() {
    return HomeKey.of(cqcLocationId, name, address, postcode, telephone);
  }
}
