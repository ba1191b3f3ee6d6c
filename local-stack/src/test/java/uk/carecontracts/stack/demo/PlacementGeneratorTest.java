package uk.carecontracts.stack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlacementGeneratorTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);
  private final Catalogue catalogue = Catalogue.read();
  private final List<DemoContract> contracts = ContractGenerator.contracts(catalogue, TODAY);

  private List<DemoPlacement> all(LocalDate day) {
    PlacementGenerator generator = new PlacementGenerator(catalogue, contracts, day);
    return catalogue.authorities().stream()
        .flatMap(council -> generator.of(council).stream())
        .toList();
  }

  @Test
  void twoRunsOfADayMakeTheSamePlacements() {
    assertTrue(all(TODAY).equals(all(TODAY)));
  }

  @Test
  void anotherDayMovesDatesButNotReferencesAndPeople() {
    List<String> now = all(TODAY).stream().map(each -> each.reference() + each.person()).toList();
    List<String> later =
        all(TODAY.plusDays(9)).stream().map(each -> each.reference() + each.person()).toList();
    assertTrue(now.equals(later), "the same people in the same places");
    assertEquals(now.size(), Set.copyOf(now).size(), "every reference once");
  }

  @Test
  void daysFollowEachOtherAndNobodyIsPlacedInAHomeThatIsNotThere() {
    for (DemoPlacement each : all(TODAY)) {
      assertTrue(each.start().isBefore(TODAY), each::toString);
      assertTrue(each.end() == null || each.end().isAfter(each.start()), each::toString);
      assertTrue(each.end() == null || each.end().isBefore(TODAY), each::toString);
      assertTrue(each.weeklyPrice().signum() > 0, each::toString);
      assertEquals(each.care().hourly(), each.hours() != null, each::toString);
    }
  }

  @Test
  void homesHoldNoMorePeopleThanBeds() {
    Map<String, DemoLocation> homes =
        catalogue.locations().stream()
            .filter(each -> each.beds() > 0)
            .collect(Collectors.toMap(DemoLocation::cqcLocation, each -> each));
    Map<String, Long> placed =
        all(TODAY).stream()
            .filter(each -> each.location() != null && homes.containsKey(each.location()))
            .collect(Collectors.groupingBy(DemoPlacement::location, Collectors.counting()));
    assertEquals(homes.keySet(), placed.keySet());
    placed.forEach((home, people) -> assertTrue(people <= homes.get(home).beds(), home));
  }

  @Test
  void blockPlacesAreThoseOfTheContractsSupplierWithinItsTerm() {
    Map<String, DemoContract> byReference =
        contracts.stream().collect(Collectors.toMap(DemoContract::reference, each -> each));
    List<DemoPlacement> block =
        all(TODAY).stream().filter(each -> each.contract() != null).toList();
    assertFalse(block.isEmpty());
    for (DemoPlacement each : block) {
      DemoContract contract = byReference.get(each.contract());
      assertNotNull(contract);
      assertEquals(contract.suppliers().get(0), each.provider());
      assertFalse(each.start().isBefore(contract.dates().start()), each::toString);
      assertFalse(each.start().isAfter(contract.dates().end()), each::toString);
    }
  }
}
