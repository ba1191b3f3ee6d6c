package uk.carecontracts.providers.fitness;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An accreditation as the API and its events show it.
 *
 * @param id the accreditation
 * @param authority GSS code of the granting authority
 * @param providerId the provider
 * @param serviceType code of the service
 * @param level 1, 2 or 3
 * @param evidence what it rests on
 * @param reviewer who examined the evidence
 * @param grantedBy who granted it
 * @param validFrom first day
 * @param expiresOn last day
 * @param reviewOn day by which the evidence is to be examined again
 * @param status GRANTED, WITHDRAWN or REPLACED by a later one
 * @param endedOn day of withdrawal or replacement
 * @param endReason why
 * @param version number of the accreditation's version
 */
@Schema(name = "Accreditation")
public record AccreditationState(
    UUID id,
    String authority,
    UUID providerId,
    String serviceType,
    int level,
    List<Evidence> evidence,
    String reviewer,
    String grantedBy,
    LocalDate validFrom,
    LocalDate expiresOn,
    @Nullable LocalDate reviewOn,
    AccreditationStatus status,
    @Nullable LocalDate endedOn,
    @Nullable String endReason,
    long version) {}
