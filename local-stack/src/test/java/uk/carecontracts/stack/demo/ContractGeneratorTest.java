package uk.carecontracts.stack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContractGeneratorTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final Catalogue catalogue = Catalogue.read();
  private final List<DemoContract> contracts = ContractGenerator.contracts(catalogue, TODAY);

  @Test
  void twoRunsOfADayMakeTheSameContracts() {
    assertEquals(contracts, ContractGenerator.contracts(Catalogue.read(), TODAY));
  }

  @Test
  void anotherDayMovesDatesButNotWhatIsBoughtFromWhom() {
    List<DemoContract> later = ContractGenerator.contracts(catalogue, TODAY.plusDays(100));
    for (int i = 0; i < contracts.size(); i++) {
      assertEquals(contracts.get(i).reference(), later.get(i).reference());
      assertEquals(contracts.get(i).suppliers(), later.get(i).suppliers());
      assertEquals(contracts.get(i).annual(), later.get(i).annual());
    }
  }

  @Test
  void referencesAreUniqueAndSayCouncilAndService() {
    assertEquals(
        contracts.size(), contracts.stream().map(DemoContract::reference).distinct().count());
    assertTrue(
        contracts.stream().allMatch(each -> each.reference().matches("[A-Z]{3}-[A-Z]{2}-\\d{3}")));
  }

  @Test
  void everyTypeAndEveryStageOccurs() {
    assertEquals(
        Set.of(
            "BLOCK", "SPOT", "FRAMEWORK", "DYNAMIC_MARKET", "CALL_OFF", "SLA", "ALLIANCE", "GRANT"),
        contracts.stream().map(each -> each.line().type()).collect(Collectors.toSet()));
    assertEquals(
        EnumSet.allOf(Stage.class),
        contracts.stream().map(each -> each.line().stage()).collect(Collectors.toSet()));
  }

  @Test
  void datesAgreeWithEachOtherAndWithTheStage() {
    for (DemoContract contract : contracts) {
      DemoContract.Dates dates = contract.dates();
      String name = contract.reference();
      assertTrue(dates.start().isBefore(dates.end()), name);
      assertEquals(dates.start().plusYears(contract.line().years()), dates.end().plusDays(1), name);
      assertFalse(dates.award().isAfter(dates.signature()), name);
      assertFalse(dates.signature().isAfter(TODAY), name);
      assertTrue(dates.review().isBefore(dates.end()), name);
      switch (contract.line().stage()) {
        case EXPIRED -> assertTrue(dates.end().isBefore(TODAY), name);
        case ACTIVE ->
            assertTrue(dates.start().isBefore(TODAY) && dates.end().isAfter(TODAY), name);
        case TERMINATED, DECOMMISSIONED ->
            assertTrue(
                dates.ending().isAfter(dates.start()) && dates.ending().isBefore(TODAY), name);
        case DRAFT, TENDER, AWARDED, CANCELLED -> assertTrue(dates.start().isAfter(TODAY), name);
      }
    }
  }

  @Test
  void exactlyAwardedContractsHaveSuppliersWhoOfferTheServiceThere() {
    for (DemoContract contract : contracts) {
      assertEquals(
          contract.line().stage().awarded(), !contract.suppliers().isEmpty(), contract.reference());
      assertEquals(contract.suppliers().size(), Set.copyOf(contract.suppliers()).size());
      for (DemoProvider supplier : contract.suppliers()) {
        assertTrue(supplier.areas().contains(contract.authority().shortName()));
        assertTrue(supplier.services().contains(contract.service().code()));
      }
    }
  }

  @Test
  void sharesOfAnAllianceTotalOneHundred() {
    for (int partners = 1; partners <= 7; partners++) {
      int size = partners;
      assertEquals(
          BigDecimal.valueOf(100),
          IntStream.range(0, size)
              .mapToObj(place -> ContractBodies.share(size, place))
              .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
  }

  @Test
  void neighboursBuyTheSameServicesWithDecisionsInOneHalfYear() {
    for (String service : List.of("DP", "CE", "AD")) {
      List<DemoContract> alike = active(service);
      assertEquals(
          5, alike.stream().map(each -> each.authority().code()).distinct().count(), service);
      assertTrue(monthsBetweenEnds(alike) <= 6, service);
    }
    for (String service : List.of("RN", "NU")) {
      List<DemoContract> alike =
          active(service).stream()
              .filter(each -> Set.of("LCC", "BPL", "BWD").contains(each.authority().shortName()))
              .filter(each -> each.dates().end().isBefore(TODAY.plusMonths(14)))
              .toList();
      assertTrue(
          alike.stream().map(each -> each.authority().code()).distinct().count() >= 3, service);
    }
  }

  @Test
  void voluntaryOrganisationsOverlapInOneCouncil() {
    Map<String, Long> grants =
        active("CA").stream()
            .filter(each -> each.suppliers().stream().allMatch(DemoProvider::vcse))
            .collect(
                Collectors.groupingBy(each -> each.authority().shortName(), Collectors.counting()));
    assertEquals(4, grants.get("LCC"));
  }

  private List<DemoContract> active(String service) {
    return contracts.stream()
        .filter(each -> each.service().code().equals(service))
        .filter(each -> each.line().stage() == Stage.ACTIVE)
        .toList();
  }

  private static long monthsBetweenEnds(List<DemoContract> alike) {
    TreeSet<LocalDate> ends =
        alike.stream()
            .map(each -> each.dates().end())
            .collect(Collectors.toCollection(TreeSet::new));
    return ends.first().until(ends.last()).toTotalMonths();
  }
}
