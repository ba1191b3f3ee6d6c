package uk.carecontracts.contracts.placements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * The full state of a placement: body of its resource and of its events.
 *
 * @param id identity
 * @param authority GSS code of the authority that pays
 * @param reference the authority's own reference of it
 * @param contractId the contract or agreement it is made under
 * @param provider who gives the care
 * @param locationId the registered home or branch
 * @param kind SPOT or BLOCK
 * @param careType kind of care
 * @param serviceType service
 * @param clientGroup group of people
 * @param area district where it is given
 * @param personReference pseudonymous reference of the person
 * @param weeklyPrice pounds for a week by the latest terms
 * @param hoursPerWeek hours of care a week by the latest terms
 * @param startDate first day
 * @param endDate last day, once known
 * @param endReason why it ends
 * @param status ACTIVE until its last day has come
 * @param terms every terms it had, the oldest first
 * @param version raised by every change; also its entity tag
 */
@Schema(name = "Placement")
public record PlacementState(
    UUID id,
    String authority,
    @Nullable String reference,
    @Nullable UUID contractId,
    PlacementProvider provider,
    @Nullable UUID locationId,
    PlacementKind kind,
    String careType,
    String serviceType,
    String clientGroup,
    String area,
    String personReference,
    Money weeklyPrice,
    @Nullable BigDecimal hoursPerWeek,
    LocalDate startDate,
    @Nullable LocalDate endDate,
    @Nullable String endReason,
    PlacementStatus status,
    List<PlacementTerms> terms,
    long version) {}
