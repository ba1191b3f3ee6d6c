package uk.carecontracts.providers.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.locations.CareType;
import uk.carecontracts.providers.locations.Declaration;
import uk.carecontracts.providers.locations.HomeKey;
import uk.carecontracts.providers.locations.LocationLife;
import uk.carecontracts.providers.locations.Presence;

class SupplyOverTimeTest {

  @Test
  void whatOpenedAndClosedAddsUpToTheChange() {
    LocationLife stays = life(days(2018, 2019, 2020), days(2018, 2019, 2020), Map.of(2018, 30));
    LocationLife closes = life(days(2018, 2019, 2020), days(2018, 2019), Map.of(2018, 20));
    LocationLife opens = life(days(2018, 2019, 2020), days(2019, 2020), Map.of(2019, 10, 2020, 14));
    List<SupplyOverTime.Point> points =
        SupplyOverTime.of(List.of(stays, closes, opens), List.of(day(2018), day(2019), day(2020)));
    SupplyOverTime.Point first = points.get(0);
    assertEquals(2, first.locations());
    assertEquals(50, first.beds());
    assertNull(first.openings());
    SupplyOverTime.Point second = points.get(1);
    assertEquals(List.of(3L, 60L), List.of(second.locations(), second.beds()));
    assertEquals(1L, second.openings());
    assertEquals(0L, second.closures());
    SupplyOverTime.Point third = points.get(2);
    assertEquals(2L, third.locations());
    assertEquals(1L, third.closures());
    assertEquals(-1L, third.netChange());
    // 60 beds less 20 closed plus 4 more in the same home.
    assertEquals(44L, third.beds());
    assertEquals(-16L, third.bedsChange());
  }

  @Property(tries = 300)
  void netChangeIsAlwaysOpeningsAndFirstListingsLessClosures(@ForAll long seed) {
    Random random = new Random(seed);
    List<LocationLife> lives = new ArrayList<>();
    SortedSet<LocalDate> files = days(2015, 2016, 2018, 2019, 2022);
    for (int i = 0; i < 8; i++) {
      SortedSet<LocalDate> seen = new TreeSet<>(files);
      seen.removeIf(day -> random.nextInt(3) == 0);
      List<Declaration> declared = new ArrayList<>();
      for (int d = random.nextInt(4); d > 0; d--) {
        declared.add(
            declared(
                random.nextBoolean() ? Declaration.Kind.OPENED : Declaration.Kind.CLOSED,
                day(2014).plusDays(random.nextInt(3500))));
      }
      lives.add(life(new Presence.Evidence(files, seen, declared), Map.of()));
    }
    List<LocalDate> dates = new ArrayList<>();
    for (int year = 2013; year < 2025; year++) {
      dates.add(LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28)));
    }
    for (SupplyOverTime.Point point : SupplyOverTime.of(lives, dates)) {
      if (point.netChange() != null) {
        assertEquals(point.netChange(), point.openings() + point.firstListed() - point.closures());
      }
    }
  }

  private static Declaration declared(Declaration.Kind kind, LocalDate day) {
    return new Declaration(kind, day, Declaration.Source.API, day, null, null);
  }

  private static LocationLife life(
      SortedSet<LocalDate> files, SortedSet<LocalDate> seen, Map<Integer, Integer> beds) {
    return life(new Presence.Evidence(files, seen, List.of()), beds);
  }

  private static LocationLife life(Presence.Evidence evidence, Map<Integer, Integer> beds) {
    TreeMap<LocalDate, Integer> stated = new TreeMap<>();
    beds.forEach((year, number) -> stated.put(day(year), number));
    Collection<Declaration> declared = evidence.declared();
    return new LocationLife(
        UUID.randomUUID(),
        "Oak House",
        null,
        null,
        CareType.RESIDENTIAL_HOME,
        "E08000009",
        HomeKey.of(null, "Oak House", "1 Road", "M33 4RZ", null),
        null,
        Presence.of(evidence).spells(),
        stated,
        List.copyOf(declared));
  }

  private static SortedSet<LocalDate> days(int... years) {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (int year : years) {
      days.add(day(year));
    }
    return days;
  }

  private static LocalDate day(int year) {
    return LocalDate.of(year, 4, 1);
  }
}
