package uk.carecontracts.providers.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.locations.CareType;
import uk.carecontracts.providers.locations.OpeningsAndClosures.Event;
import uk.carecontracts.providers.locations.OpeningsAndClosures.Movement;

/**
 * What left a market in a time, and why.
 *
 * @param area GSS code of the council area
 * @param careType kind of care, absent for every kind
 * @param from the day after which closures count
 * @param to the last day that counts
 * @param locations homes that really closed; a change of registration is none
 * @param beds their beds, as far as known
 * @param withoutBeds how many state no number
 * @param reregistrations registrations that ended while the home went on
 * @param byReason homes that really closed, by reason; UNKNOWN where nobody stated one
 * @param items every closure counted, oldest first
 */
@Schema(name = "MarketExits")
public record MarketExits(
    String area,
    @Nullable CareType careType,
    LocalDate from,
    LocalDate to,
    long locations,
    long beds,
    long withoutBeds,
    long reregistrations,
    Map<String, Long> byReason,
    List<Movement> items) {

  /** Counts the closures among what happened in an area. */
  public static MarketExits among(
      List<Movement> movements,
      String area,
      @Nullable CareType careType,
      LocalDate from,
      LocalDate to) {
    List<Movement> closed =
        movements.stream()
            .filter(movement -> movement.event() == Event.CLOSED)
            .filter(movement -> careType == null || movement.careType() == careType)
            .filter(movement -> movement.between().until().isAfter(from))
            .filter(movement -> !movement.between().until().isAfter(to))
            .toList();
    List<Movement> real = closed.stream().filter(movement -> !movement.reregistration()).toList();
    Map<String, Long> byReason = new TreeMap<>();
    real.forEach(
        movement ->
            byReason.merge(
                movement.exitReason() == null ? "UNKNOWN" : movement.exitReason().name(),
                1L,
                Long::sum));
    return new MarketExits(
        area,
        careType,
        from,
        to,
        real.size(),
        real.stream()
            .map(Movement::beds)
            .filter(Objects::nonNull)
            .mapToLong(Integer::longValue)
            .sum(),
        real.stream().filter(movement -> movement.beds() == null).count(),
        closed.size() - real.size(),
        byReason,
        closed);
  }
}
