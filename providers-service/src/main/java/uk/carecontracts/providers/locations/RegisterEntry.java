package uk.carecontracts.providers.locations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.ratings.RatingSummary;
import uk.carecontracts.providers.ratings.Regulator;
import uk.carecontracts.providers.register.OrganisationFacts;

/**
 * A location as a regulator's own register states it.
 *
 * @param register whose register
 * @param registerId its number there
 * @param provider the organisation that runs it, when named
 * @param name the location's name
 * @param careType kind of care
 * @param beds registered beds or places
 * @param area GSS code of the council area
 * @param postcode in its usual spelling; null where withheld
 * @param address parts separated by a comma and a space; null where withheld
 * @param telephone as stated
 * @param website as stated
 * @param latitude WGS 84 degrees
 * @param longitude WGS 84 degrees
 * @param inspectionDate last inspection
 * @param openedOn day of registration
 * @param closedOn day on which the registration ended
 * @param ratings every rating stated, current and earlier
 * @param predecessors numbers of the registrations it took over from
 */
public record RegisterEntry(
    Regulator register,
    String registerId,
    @Nullable OrganisationFacts provider,
    String name,
    CareType careType,
    @Nullable Integer beds,
    String area,
    @Nullable String postcode,
    @Nullable String address,
    @Nullable String telephone,
    @Nullable String website,
    @Nullable BigDecimal latitude,
    @Nullable BigDecimal longitude,
    @Nullable LocalDate inspectionDate,
    @Nullable LocalDate openedOn,
    @Nullable LocalDate closedOn,
    List<RatingSummary> ratings,
    List<String> predecessors) {

  /** Copies defensively. */
  public RegisterEntry {
    ratings = List.copyOf(ratings);
    predecessors = List.copyOf(predecessors);
  }

  HomeKey key() {
    return HomeKey.of(
        null, name, address == null ? "" : address, postcode == null ? "" : postcode, telephone);
  }
}
