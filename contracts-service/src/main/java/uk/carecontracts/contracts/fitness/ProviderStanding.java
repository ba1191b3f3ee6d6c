package uk.carecontracts.contracts.fitness;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whether an authority may give a provider work of a service that asks for accreditation. */
@ApplicationScoped
public class ProviderStanding {
  private final AccreditationRepository accreditations;
  private final SuspensionRepository suspensions;
  private final Clock clock;

  ProviderStanding(
      AccreditationRepository accreditations, SuspensionRepository suspensions, Clock clock) {
    this.accreditations = accreditations;
    this.suspensions = suspensions;
    this.clock = clock;
  }

  /** Why not. */
  public enum Obstacle {
    /** The authority has suspended it from new work. */
    SUSPENDED,
    /** It has no accreditation of the level asked for, or none that holds today. */
    NOT_ACCREDITED
  }

  /**
   * An obstacle with its reason.
   *
   * @param obstacle which
   * @param reason for a person
   */
  public record Objection(Obstacle obstacle, String reason) {}

  /**
   * What stands against a provider today; a suspension goes before a missing accreditation.
   *
   * @param level the level asked for, 1 to 3; 0 asks for none
   */
  public Optional<Objection> objection(
      String authority, UUID provider, String name, String serviceType, int level) {
    LocalDate today = LocalDate.now(clock);
    return suspensions.notEnded(Set.of(provider), today).stream()
        .filter(each -> each.authority().equals(authority))
        .filter(each -> each.covers(serviceType) && each.inForceOn(today))
        .findFirst()
        .map(
            each ->
                new Objection(
                    Obstacle.SUSPENDED,
                    name + " is suspended to " + each.endsOn() + ": " + each.reason()))
        .or(() -> accreditationMissing(authority, provider, name, serviceType, level, today));
  }

  private Optional<Objection> accreditationMissing(
      String authority,
      UUID provider,
      String name,
      String serviceType,
      int level,
      LocalDate today) {
    if (level < 1) {
      return Optional.empty();
    }
    List<ProviderAccreditation> held = accreditations.of(provider, authority, serviceType);
    if (held.stream().anyMatch(each -> each.inForceOn(today) && each.level() >= level)) {
      return Optional.empty();
    }
    String what =
        held.stream()
            .filter(each -> each.inForceOn(today))
            .findFirst()
            .map(each -> "it has level " + each.level())
            .orElse(held.isEmpty() ? "it has none" : "the one it had no longer holds");
    return Optional.of(
        new Objection(
            Obstacle.NOT_ACCREDITED,
            name
                + " needs accreditation of level "
                + level
                + " for "
                + serviceType
                + "; "
                + what
                + "."));
  }
}
