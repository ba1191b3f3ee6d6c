package uk.carecontracts.providers.locations;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A location through time: all that figures about supply need to know of it.
 *
 * @param id the location
 * @param name its name now
 * @param cqcLocationId the regulator's id
 * @param providerId the registered provider now
 * @param careType kind of care
 * @param area GSS code of the council area
 * @param key what tells that two records are of one place
 * @param successorId the registration that replaced it
 * @param spells when it was open, oldest first; empty for a record found to be another one's
 * @param beds registered beds by the day from which they were stated
 * @param declared exact days that somebody stated
 */
public record LocationLife(
    UUID id,
    String name,
    @Nullable String cqcLocationId,
    @Nullable UUID providerId,
    CareType careType,
    String area,
    HomeKey key,
    @Nullable UUID successorId,
    List<Presence.Spell> spells,
    NavigableMap<LocalDate, Integer> beds,
    List<Declaration> declared) {

  /** Whether it was open on a day. */
  public boolean openOn(LocalDate day) {
    return spells.stream().anyMatch(spell -> spell.covers(day));
  }

  /** Its beds on a day: the last number stated by then, else the first one ever stated. */
  public @Nullable Integer bedsOn(LocalDate day) {
    if (beds.isEmpty()) {
      return null;
    }
    Map.Entry<LocalDate, Integer> known = beds.floorEntry(day);
    return known == null ? beds.firstEntry().getValue() : known.getValue();
  }

  /** What was declared about a closing. */
  public Optional<Declaration> closing(Between closed) {
    return declared.stream()
        .filter(day -> day.kind() == Declaration.Kind.CLOSED)
        .filter(day -> day.day().equals(closed.until()))
        .reduce((first, second) -> second.exitReason() == null ? first : second);
  }
}
