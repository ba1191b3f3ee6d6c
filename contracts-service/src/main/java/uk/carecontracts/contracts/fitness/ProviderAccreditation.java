package uk.carecontracts.contracts.fitness;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An authority's approval of a provider for a service (DOMAIN.md, S23).
 *
 * @param id the accreditation
 * @param authority GSS code of the granting authority
 * @param providerId the provider
 * @param serviceType the service
 * @param level 1 to 3
 * @param validFrom first day
 * @param expiresOn last day
 * @param endedOn first day without it, when it was withdrawn or replaced
 */
record ProviderAccreditation(
    UUID id,
    String authority,
    UUID providerId,
    String serviceType,
    int level,
    LocalDate validFrom,
    LocalDate expiresOn,
    @Nullable LocalDate endedOn) {

  /** Whether it holds on a day. */
  boolean inForceOn(LocalDate day) {
    boolean ended = endedOn != null && !day.isBefore(endedOn);
    return !day.isBefore(validFrom) && !day.isAfter(expiresOn) && !ended;
  }
}
