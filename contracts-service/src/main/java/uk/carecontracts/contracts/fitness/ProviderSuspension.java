package uk.carecontracts.contracts.fitness;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * No new work of an authority for a provider (DOMAIN.md, S23).
 *
 * @param id the suspension
 * @param authority GSS code of the authority that suspended it
 * @param providerId the provider, by the record the asker knows it as
 * @param serviceType the service it is for; every service when left out
 * @param reason why
 * @param startsOn first day
 * @param endsOn last day
 * @param liftedOn first day without it, when it was lifted
 */
public record ProviderSuspension(
    UUID id,
    String authority,
    UUID providerId,
    @Nullable String serviceType,
    String reason,
    LocalDate startsOn,
    LocalDate endsOn,
    @Nullable LocalDate liftedOn) {

  /** Whether it holds on a day; past its last day it does not, whether anyone said so or not. */
  public boolean inForceOn(LocalDate day) {
    boolean lifted = liftedOn != null && !day.isBefore(liftedOn);
    return !day.isBefore(startsOn) && !day.isAfter(endsOn) && !lifted;
  }

  /** Whether it concerns work of this service. */
  public boolean covers(@Nullable String service) {
    return serviceType == null || serviceType.equals(service);
  }
}
