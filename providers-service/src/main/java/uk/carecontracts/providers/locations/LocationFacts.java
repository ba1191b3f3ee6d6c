package uk.carecontracts.providers.locations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything a record says about a location except when it was open and how it was rated.
 *
 * @param providerId the registered provider
 * @param name the location's name
 * @param cqcLocationId the regulator's id
 * @param careType kind of care
 * @param beds registered beds
 * @param area GSS code of the council area
 * @param postcode postcode in its usual spelling
 * @param address address
 * @param telephone telephone
 * @param website website
 * @param latitude WGS 84 degrees
 * @param longitude WGS 84 degrees
 * @param inspectionDate last inspection that a file states
 */
public record LocationFacts(
    @Nullable UUID providerId,
    String name,
    @Nullable String cqcLocationId,
    CareType careType,
    @Nullable Integer beds,
    String area,
    @Nullable String postcode,
    @Nullable String address,
    @Nullable String telephone,
    @Nullable String website,
    @Nullable BigDecimal latitude,
    @Nullable BigDecimal longitude,
    @Nullable LocalDate inspectionDate) {

  /** What a file says; beds it does not say, and a provider it may not. */
  static LocationFacts of(
      CareHomeRow row, @Nullable String id, @Nullable UUID provider, @Nullable Integer beds) {
    return new LocationFacts(
        provider,
        row.name(),
        id,
        row.careType(),
        beds,
        row.area(),
        row.postcode(),
        row.address(),
        row.telephone(),
        row.website(),
        row.latitude(),
        row.longitude(),
        row.inspectionDate());
  }
}
