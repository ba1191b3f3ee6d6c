package uk.carecontracts.providers.ownership;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One step upwards as the API and its events show it.
 *
 * @param id the record of it
 * @param authority GSS code of the authority that recorded it
 * @param kind OWNER or BRAND
 * @param providerId who is owned, or trades under the brand
 * @param parentId the owner
 * @param brand the brand
 * @param validFrom first day
 * @param validTo first day on which it no longer holds
 * @param evidence what it rests on
 * @param endReason why it ended
 * @param recordedBy who recorded it
 * @param version number of its version
 */
@Schema(name = "Ownership")
public record OwnershipState(
    UUID id,
    String authority,
    OwnershipKind kind,
    UUID providerId,
    @Nullable UUID parentId,
    @Nullable String brand,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    String evidence,
    @Nullable String endReason,
    String recordedBy,
    long version) {}
