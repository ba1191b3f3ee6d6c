package uk.carecontracts.providers.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.locations.CareType;

/**
 * What would be uncovered if a provider stopped on a day.
 *
 * @param asOf the day
 * @param providerId the provider
 * @param wholeGroup whether everything its ultimate owner owns stops with it
 * @param providers every organisation that stops
 * @param people people placed with them, each once for each authority
 * @param placements their placements
 * @param hoursPerWeek hours of care a week
 * @param beds registered beds of their locations, as far as known
 * @param annualValue pounds a year of the contracts they lead
 * @param authorities each authority hit, hardest first
 * @param locations each location that stops, with what is near
 * @param care what is uncovered by kind of care, and the room found near
 * @param contracts each contract hit
 * @param counted your authority's placements that were counted
 */
@Schema(name = "FailureImpact")
public record FailureImpact(
    LocalDate asOf,
    UUID providerId,
    boolean wholeGroup,
    List<Stopping> providers,
    long people,
    long placements,
    BigDecimal hoursPerWeek,
    long beds,
    BigDecimal annualValue,
    List<AuthorityHit> authorities,
    List<LocationHit> locations,
    List<CareHit> care,
    List<ContractHit> contracts,
    List<UUID> counted) {

  /**
   * An organisation that stops.
   *
   * @param providerId its record
   * @param name its name
   */
  @Schema(name = "StoppingProvider")
  public record Stopping(UUID providerId, String name) {}

  /**
   * What one authority loses.
   *
   * @param authority GSS code
   * @param people people placed
   * @param placements placements
   * @param hoursPerWeek hours of care a week
   * @param contracts contracts that the providers lead
   * @param annualValue pounds a year of those
   */
  @Schema(name = "AuthorityHit")
  public record AuthorityHit(
      String authority,
      long people,
      long placements,
      BigDecimal hoursPerWeek,
      long contracts,
      BigDecimal annualValue) {}

  /**
   * A location that stops.
   *
   * @param locationId the location
   * @param name its name
   * @param careType kind of care
   * @param area GSS code of the council area
   * @param beds registered beds
   * @param people people known to be placed there
   * @param rating overall rating on the day
   * @param services codes of the services placed there; the kind of care where none is stated
   * @param roomNearby beds of the alternatives not known to be taken
   * @param alternatives other providers' open locations of that kind, nearest first
   */
  @Schema(name = "LocationHit")
  public record LocationHit(
      UUID locationId,
      String name,
      CareType careType,
      String area,
      @Nullable Integer beds,
      long people,
      @Nullable String rating,
      List<String> services,
      long roomNearby,
      List<Alternative> alternatives) {}

  /**
   * Somewhere else.
   *
   * @param locationId the location
   * @param name its name
   * @param providerId who runs it
   * @param beds registered beds
   * @param taken people known to be placed there
   * @param room beds not known to be taken; absent where the beds are not known
   * @param rating overall rating on the day
   * @param distanceKm as the crow flies; absent where a place is not known
   * @param suspended whether your authority's suspensions cover every service that is given at the
   *     location that stops, so that its beds are no room
   * @param suspensions your authority's suspensions of its provider in force on the day, also those
   *     for other services
   */
  @Schema(name = "AlternativeLocation")
  public record Alternative(
      UUID locationId,
      String name,
      @Nullable UUID providerId,
      @Nullable Integer beds,
      long taken,
      @Nullable Long room,
      @Nullable String rating,
      @Nullable BigDecimal distanceKm,
      boolean suspended,
      List<Suspended> suspensions) {}

  /**
   * A suspension of an alternative's provider.
   *
   * @param suspensionId the suspension
   * @param serviceType code of the service; absent: every service
   * @param endsOn last day
   * @param covers whether it is for a service that is given at the location that stops
   */
  @Schema(name = "AlternativeSuspension")
  public record Suspended(
      UUID suspensionId, @Nullable String serviceType, LocalDate endsOn, boolean covers) {}

  /**
   * What is uncovered of one kind of care.
   *
   * @param careType kind of care as placements state it
   * @param people people placed
   * @param hoursPerWeek hours of care a week
   * @param roomNearby beds of all alternatives not known to be taken, each counted once
   * @param shortfall people placed for whom no such bed is left; absent where care has no beds
   */
  @Schema(name = "CareHit")
  public record CareHit(
      String careType,
      long people,
      BigDecimal hoursPerWeek,
      long roomNearby,
      @Nullable Long shortfall) {}

  /**
   * A contract hit.
   *
   * @param contractId the contract
   * @param authority GSS code of its authority
   * @param reference the authority's reference
   * @param title its title
   * @param role what the provider is in it
   * @param providerId the provider
   * @param annualValue pounds a year
   * @param endDate last day
   */
  @Schema(name = "ContractHit")
  public record ContractHit(
      UUID contractId,
      String authority,
      @Nullable String reference,
      String title,
      String role,
      UUID providerId,
      @Nullable BigDecimal annualValue,
      @Nullable LocalDate endDate) {}
}
