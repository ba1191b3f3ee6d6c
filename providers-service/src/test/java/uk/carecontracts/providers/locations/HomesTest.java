package uk.carecontracts.providers.locations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HomesTest {

  private static final UUID ANY = new UUID(0, 0);

  @Test
  void aRowWithoutIdJoinsTheHomeOfTheSameNameAndPostcode() {
    List<Homes.Home> homes =
        Homes.among(
            List.of(
                seen(2018, null, "Oak House", "1 Road"),
                seen(2020, "1-111111111", "Oak House", "1 Road")));
    assertEquals(1, homes.size());
    assertEquals("1-111111111", homes.get(0).cqcLocationId());
  }

  @Test
  void aRenamedHomeIsFoundAtItsAddress() {
    List<Homes.Home> homes =
        Homes.among(
            List.of(
                seen(2018, null, "Urmston Manor RH", "61-63 Church Road, Urmston"),
                seen(2019, null, "Urmston Manor", "61-63, Church Road, Urmston")));
    assertEquals(1, homes.size());
  }

  @Test
  void anotherHomeThatOpensYearsLaterInTheSameBuildingIsAnotherHome() {
    List<Homes.Home> homes =
        Homes.among(
            List.of(
                seen(2019, null, "The Fairways", "269 Church Road"),
                seen(2020, "1-127443456", "Elsewhere", "1 Road"),
                seen(2022, "1-9397179795", "Away Day Care", "269 Church Road")));
    assertEquals(3, homes.size());
  }

  @Test
  void aSecondRegistrationBesideTheFirstIsNoNewHome() {
    UUID old = new UUID(0, 1);
    UUID second = new UUID(0, 2);
    assertEquals(
        Map.of(second, old),
        Reregistrations.secondRegistrations(
            List.of(
                new Reregistrations.Registration(
                    old,
                    key("1-8545095986", "Oakfield Croft", "1 Oakfield"),
                    new Between(year(2019), year(2020)),
                    null),
                new Reregistrations.Registration(
                    second,
                    key("1-19896727136", "Oakfield Croft", "1 Oakfield"),
                    new Between(year(2022), year(2025)),
                    null))));
  }

  @Test
  void twoHomesInOneBuildingStayTwo() {
    List<Homes.Home> homes =
        Homes.among(
            List.of(
                seen(2018, null, "Harboro", "34 Harboro Road"),
                seen(2018, null, "Headonhey", "34 Harboro Road"),
                seen(2020, "1-711024161", "Harboro", "34 Harboro Road"),
                seen(2020, "1-113737059", "Headonhey", "34 Harboro Road")));
    assertEquals(2, homes.size());
    homes.forEach(
        home ->
            assertEquals(1, home.sightings().stream().map(s -> s.key().name()).distinct().count()));
  }

  @Test
  void anOldRowJoinsTheRegistrationNearestInTime() {
    List<Homes.Home> homes =
        Homes.among(
            List.of(
                seen(2019, null, "Norwood Drive", "2 Norwood Drive"),
                seen(2025, "1-17190782867", "Norwood Drive", "2 Norwood Drive"),
                seen(2020, "1-1770257802", "Norwood Drive", "2 Norwood Drive")));
    assertEquals(2, homes.size());
    Homes.Home first =
        homes.stream().filter(h -> h.sightings().size() == 2).findFirst().orElseThrow();
    assertEquals("1-1770257802", first.cqcLocationId());
  }

  @Test
  void aChangeOfRegistrationIsNoClosure() {
    HomeKey before = key("1-280000001", "Kara House", "29 Harboro Road");
    HomeKey after = key("1-10122564754", "Our Place", "29 Harboro Road");
    UUID old = new UUID(0, 1);
    UUID successor = new UUID(0, 2);
    Between then = new Between(year(2020), year(2022));
    assertEquals(
        Map.of(old, successor),
        Reregistrations.successors(
            List.of(
                new Reregistrations.Registration(old, before, new Between(null, year(2018)), then),
                new Reregistrations.Registration(successor, after, then, null))));
  }

  @Test
  void aHomeOpenedYearsLaterInTheSameBuildingIsNoSuccessor() {
    HomeKey before = key(null, "The Fairways", "269 Church Road");
    HomeKey after = key("1-9397179795", "Away Day Care", "269 Church Road");
    assertEquals(
        Map.of(),
        Reregistrations.successors(
            List.of(
                new Reregistrations.Registration(
                    new UUID(0, 1),
                    before,
                    new Between(null, year(2018)),
                    new Between(year(2019), year(2020))),
                new Reregistrations.Registration(
                    new UUID(0, 2), after, new Between(year(2020), year(2022)), null))));
  }

  @Property
  void theOrderOfImportsDoesNotMatter(@ForAll long seed) {
    List<Sighting> sightings = new ArrayList<>();
    Random random = new Random(seed);
    for (int year = 2018; year < 2024; year++) {
      Set<String> listed = new TreeSet<>();
      for (String name : List.of("Oak", "Elm", "Ash")) {
        @Nullable String id = year < 2020 ? null : "1-10000000" + name.length() + random.nextInt(3);
        if (random.nextInt(3) > 0 && (id == null || listed.add(id))) {
          sightings.add(seen(year, id, name, (1 + random.nextInt(2)) + " Road"));
        }
      }
    }
    Set<String> straight = outline(sightings);
    Collections.shuffle(sightings, random);
    assertEquals(straight, outline(sightings));
  }

  private static Set<String> outline(List<Sighting> sightings) {
    return Homes.among(sightings).stream()
        .map(home -> home.cqcLocationId() + "=" + home.sightings())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Sighting seen(int year, @Nullable String id, String name, String address) {
    return new Sighting(ANY, year(year), key(id, name, address));
  }

  private static HomeKey key(@Nullable String id, String name, String address) {
    return HomeKey.of(id, name, address, "M33 5AH", null);
  }

  private static LocalDate year(int year) {
    return LocalDate.of(year, 4, 1);
  }
}
