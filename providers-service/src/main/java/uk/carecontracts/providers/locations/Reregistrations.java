package uk.carecontracts.providers.locations;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds homes that did not close but changed registration: one registration disappears while
 * another appears at the same premises. Without this, every sale of a home would count as a closure
 * and an opening.
 */
public final class Reregistrations {

  /**
   * One registration.
   *
   * @param id the location
   * @param key its latest facts
   * @param opened when it appeared
   * @param closed when it disappeared, or null
   */
  public record Registration(UUID id, HomeKey key, Between opened, @Nullable Between closed) {}

  private Reregistrations() {}

  /** For each registration that another one replaced, the one that replaced it. */
  public static Map<UUID, UUID> successors(Collection<Registration> registrations) {
    Map<UUID, UUID> successors = new HashMap<>();
    for (Registration old : registrations) {
      Between closed = old.closed();
      if (closed != null) {
        registrations.stream()
            .filter(candidate -> !candidate.id().equals(old.id()))
            .filter(candidate -> candidate.opened().after() != null)
            .filter(candidate -> candidate.opened().until().isAfter(old.opened().until()))
            .filter(candidate -> takesOver(candidate, closed))
            .filter(candidate -> candidate.key().samePremises(old.key()))
            .min(
                Comparator.comparing((Registration r) -> r.opened().until())
                    .thenComparing(Registration::id))
            .ifPresent(successor -> successors.put(old.id(), successor.id()));
      }
    }
    return Map.copyOf(successors);
  }

  /**
   * For each registration that appeared while another one of the same name and postcode went on,
   * that other one: an owner and an operator, or an old and a new owner, registered side by side.
   */
  public static Map<UUID, UUID> secondRegistrations(Collection<Registration> registrations) {
    Map<UUID, UUID> first = new HashMap<>();
    for (Registration fresh : registrations) {
      registrations.stream()
          .filter(other -> !other.id().equals(fresh.id()))
          .filter(other -> other.key().sameNameAndPostcode(fresh.key()))
          .filter(other -> wentOn(other, fresh))
          .min(
              Comparator.comparing((Registration r) -> r.opened().until())
                  .thenComparing(Registration::id))
          .ifPresent(other -> first.put(fresh.id(), other.id()));
    }
    return Map.copyOf(first);
  }

  private static boolean wentOn(Registration other, Registration fresh) {
    int order = other.opened().until().compareTo(fresh.opened().until());
    boolean before = order < 0 || (order == 0 && other.id().compareTo(fresh.id()) < 0);
    Between closed = other.closed();
    return before && (closed == null || closed.until().isAfter(fresh.opened().until()));
  }

  /** It appeared when the old one disappeared, or was already listed beside it. */
  private static boolean takesOver(Registration candidate, Between closed) {
    boolean listedBeside = !candidate.opened().until().isAfter(closed.until());
    boolean stillThere =
        candidate.closed() == null || candidate.closed().until().isAfter(closed.until());
    return stillThere && (candidate.opened().overlaps(closed) || listedBeside);
  }
}
