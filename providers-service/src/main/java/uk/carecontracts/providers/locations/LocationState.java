package uk.carecontracts.providers.locations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.ratings.RatingSummary;
import uk.carecontracts.providers.ratings.SpecialMeasures;

/**
 * A location as the API and its events show it.
 *
 * @param id the location
 * @param authority GSS code of the authority that recorded it first
 * @param providerId the registered provider
 * @param name the location's name
 * @param cqcLocationId the regulator's id
 * @param ofstedUrn Ofsted's number of the setting
 * @param careType kind of care
 * @param beds registered beds
 * @param area GSS code of the council area
 * @param postcode postcode
 * @param address address
 * @param telephone telephone
 * @param website website
 * @param latitude WGS 84 degrees
 * @param longitude WGS 84 degrees
 * @param status OPEN or CLOSED
 * @param openedBetween when it appeared, as far as known
 * @param closedBetween when it disappeared, for one that is closed
 * @param successorId the registration that replaced it at the same premises
 * @param inspectionDate last inspection that a file states
 * @param currentRating the latest rating
 * @param previousRating the one before
 * @param specialMeasures standing under the regulator's rule
 * @param version number of the location's version
 */
@Schema(name = "Location")
public record LocationState(
    UUID id,
    String authority,
    @Nullable UUID providerId,
    String name,
    @Nullable String cqcLocationId,
    @Nullable String ofstedUrn,
    CareType careType,
    @Nullable Integer beds,
    String area,
    @Nullable String postcode,
    @Nullable String address,
    @Nullable String telephone,
    @Nullable String website,
    @Nullable BigDecimal latitude,
    @Nullable BigDecimal longitude,
    LocationStatus status,
    @Nullable Between openedBetween,
    @Nullable Between closedBetween,
    @Nullable UUID successorId,
    @Nullable LocalDate inspectionDate,
    @Nullable RatingSummary currentRating,
    @Nullable RatingSummary previousRating,
    SpecialMeasures specialMeasures,
    long version) {}
