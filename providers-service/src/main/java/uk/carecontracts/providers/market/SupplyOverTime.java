package uk.carecontracts.providers.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.locations.Between;
import uk.carecontracts.providers.locations.CareType;
import uk.carecontracts.providers.locations.LocationLife;
import uk.carecontracts.providers.locations.Presence.Spell;

/**
 * Counts what was open on each of a row of dates and what happened between them. An event counts
 * from the first day on which it is known to have happened. Always: net change = openings + first
 * listed − closures.
 */
public final class SupplyOverTime {

  private SupplyOverTime() {}

  /**
   * The supply of one kind of care on one date.
   *
   * @param date the day
   * @param careType kind of care
   * @param locations how many were open
   * @param beds their registered beds or places, as far as known
   * @param withoutBeds how many state no number
   * @param firstListed since the date before: listed in the first file there is, so that nobody
   *     knows when they opened; absent on the first date
   * @param openings opened or reopened since the date before
   * @param closures closed since the date before
   * @param netChange locations more or fewer than on the date before
   * @param bedsChange beds more or fewer than on the date before, also by changes of registration
   * @param counted the locations that were open
   */
  @Schema(name = "SupplyPoint")
  public record Point(
      LocalDate date,
      CareType careType,
      long locations,
      long beds,
      long withoutBeds,
      @Nullable Long firstListed,
      @Nullable Long openings,
      @Nullable Long closures,
      @Nullable Long netChange,
      @Nullable Long bedsChange,
      List<UUID> counted) {}

  /**
   * Counts.
   *
   * @param lives every location of the market
   * @param dates ascending
   */
  public static List<Point> of(List<LocationLife> lives, List<LocalDate> dates) {
    Map<CareType, List<LocationLife>> byType = new TreeMap<>();
    lives.forEach(
        life -> byType.computeIfAbsent(life.careType(), type -> new ArrayList<>()).add(life));
    List<Point> points = new ArrayList<>();
    byType.forEach(
        (type, some) -> {
          Point before = null;
          for (LocalDate date : dates) {
            before = point(type, some, date, before);
            points.add(before);
          }
        });
    return points;
  }

  private static Point point(
      CareType type, List<LocationLife> lives, LocalDate date, @Nullable Point before) {
    List<LocationLife> open = lives.stream().filter(life -> life.openOn(date)).toList();
    long beds =
        open.stream()
            .map(life -> life.bedsOn(date))
            .filter(Objects::nonNull)
            .mapToLong(Integer::longValue)
            .sum();
    long without = open.stream().filter(life -> life.bedsOn(date) == null).count();
    List<UUID> counted = open.stream().map(LocationLife::id).toList();
    if (before == null) {
      return new Point(
          date, type, open.size(), beds, without, null, null, null, null, null, counted);
    }
    LocalDate since = before.date();
    return new Point(
        date,
        type,
        open.size(),
        beds,
        without,
        spells(lives, spell -> opened(spell, since, date, false)),
        spells(lives, spell -> opened(spell, since, date, true)),
        spells(lives, spell -> within(spell.closed(), since, date)),
        open.size() - before.locations(),
        beds - before.beds(),
        counted);
  }

  private static boolean opened(Spell spell, LocalDate since, LocalDate until, boolean known) {
    Between opened = spell.opened();
    return opened != null && (opened.after() != null) == known && within(opened, since, until);
  }

  private static boolean within(@Nullable Between when, LocalDate since, LocalDate until) {
    return when != null && when.until().isAfter(since) && !when.until().isAfter(until);
  }

  private static long spells(List<LocationLife> lives, Predicate<Spell> wanted) {
    return lives.stream().flatMap(life -> life.spells().stream()).filter(wanted).count();
  }
}
