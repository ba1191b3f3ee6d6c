package uk.carecontracts.providers.locations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PresenceTest {

  @Test
  void aHomeInEveryFileHasNoKnownOpeningAndNoClosing() {
    Presence presence = Presence.derive(years(2018, 2019, 2020), years(2018, 2019, 2020));
    assertEquals(new Between(null, year(2018)), presence.opened());
    assertNull(presence.closed());
    assertTrue(presence.open());
  }

  @Test
  void openingAndClosingAreBoundedByTheNeighbouringFiles() {
    Presence presence = Presence.derive(years(2018, 2019, 2020, 2022), years(2019, 2020));
    assertEquals(new Between(year(2018), year(2019)), presence.opened());
    assertEquals(new Between(year(2020), year(2022)), presence.closed());
  }

  @Test
  void aGapIsAClosingAndAReopening() {
    Presence presence = Presence.derive(years(2018, 2019, 2020), years(2018, 2020));
    assertEquals(2, presence.spells().size());
    assertEquals(new Between(year(2018), year(2019)), presence.spells().get(0).closed());
    assertEquals(new Between(year(2019), year(2020)), presence.spells().get(1).opened());
    assertTrue(presence.open());
  }

  @Test
  void intervalsThatOnlyTouchDoNotOverlap() {
    Between closed = new Between(year(2019), year(2020));
    assertFalse(closed.overlaps(new Between(year(2020), year(2022))));
    assertTrue(closed.overlaps(new Between(year(2019), year(2022))));
    assertTrue(closed.overlaps(new Between(null, year(2020))));
  }

  @Test
  void aDeclaredDaySharpensWhatFilesShow() {
    Presence presence =
        Presence.of(
            new Presence.Evidence(
                years(2018, 2019, 2020),
                years(2019),
                List.of(
                    declared(Declaration.Kind.OPENED, LocalDate.of(2018, 9, 1)),
                    declared(Declaration.Kind.CLOSED, LocalDate.of(2019, 12, 24)))));
    LocalDate opened = LocalDate.of(2018, 9, 1);
    LocalDate closed = LocalDate.of(2019, 12, 24);
    assertEquals(new Between(opened, opened), presence.opened());
    assertEquals(new Between(closed, closed), presence.closed());
    assertTrue(presence.openOn(LocalDate.of(2019, 12, 23)));
    assertFalse(presence.openOn(closed));
  }

  @Test
  void aHomeRegisteredLongBeforeItIsFirstListedWasOnlyListedLate() {
    Presence presence =
        Presence.of(
            new Presence.Evidence(
                years(2018, 2019),
                years(2019),
                List.of(declared(Declaration.Kind.OPENED, LocalDate.of(2011, 1, 1)))));
    assertEquals(1, presence.spells().size());
    assertEquals(LocalDate.of(2011, 1, 1), presence.opened().until());
    assertTrue(presence.openOn(year(2018)));
  }

  @Test
  void aHomeListedAfterTheDayItIsSaidToHaveClosedIsOpenAgain() {
    Presence presence =
        Presence.of(
            new Presence.Evidence(
                years(2018, 2020),
                years(2018, 2020),
                List.of(declared(Declaration.Kind.CLOSED, LocalDate.of(2019, 6, 1)))));
    assertEquals(2, presence.spells().size());
    assertEquals(
        new Between(LocalDate.of(2019, 6, 1), year(2020)), presence.spells().get(1).opened());
  }

  @Test
  void aHomeOfWhichNothingIsKnownIsOpen() {
    Presence presence = Presence.of(Presence.Evidence.none());
    assertNull(presence.opened());
    assertTrue(presence.open());
  }

  private static Declaration declared(Declaration.Kind kind, LocalDate day) {
    return new Declaration(kind, day, Declaration.Source.API, day, null, null);
  }

  @Property
  void spellsCoverExactlyTheSightings(@ForAll @NotEmpty @Size(max = 12) List<Boolean> seenInFile) {
    SortedSet<LocalDate> files = new TreeSet<>();
    SortedSet<LocalDate> sightings = new TreeSet<>();
    for (int i = 0; i < seenInFile.size(); i++) {
      files.add(year(2000 + i));
      if (seenInFile.get(i)) {
        sightings.add(year(2000 + i));
      }
    }
    if (sightings.isEmpty()) {
      return;
    }
    Presence presence = Presence.derive(files, sightings);
    SortedSet<LocalDate> covered = new TreeSet<>();
    presence
        .spells()
        .forEach(
            spell -> covered.addAll(files.subSet(spell.firstSeen(), spell.lastSeen().plusDays(1))));
    assertEquals(sightings, covered);
    assertEquals(presence.open(), sightings.contains(files.last()));
  }

  private static SortedSet<LocalDate> years(int... years) {
    SortedSet<LocalDate> dates = new TreeSet<>();
    for (int year : years) {
      dates.add(year(year));
    }
    return dates;
  }

  private static LocalDate year(int year) {
    return LocalDate.of(year, 4, 1);
  }
}
