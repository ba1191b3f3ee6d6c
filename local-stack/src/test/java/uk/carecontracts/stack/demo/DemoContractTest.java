package uk.carecontracts.stack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.carecontracts.stack.demo.DemoContract.Stage;

class DemoContractTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void aHundredContractsOfEveryTypeAndStageInEveryCouncil() {
    assertEquals(100, DemoContract.ALL.stream().map(DemoContract::reference).distinct().count());
    for (DemoCouncil council : DemoCouncil.ALL) {
      List<DemoContract> own =
          DemoContract.ALL.stream().filter(c -> c.council().equals(council)).toList();
      assertEquals(8, own.stream().map(DemoContract::type).distinct().count());
      assertEquals(
          Set.of(Stage.values()),
          own.stream().map(DemoContract::stage).collect(Collectors.toSet()));
    }
  }

  @Test
  void everyProviderIsInvitedAndHasAName() {
    Set<DemoProvider> invited = new HashSet<>();
    DemoContract.ALL.forEach(contract -> invited.addAll(contract.suppliers()));
    assertEquals(Set.copyOf(DemoProvider.ALL), invited);
    assertEquals(36, DemoProvider.ALL.stream().map(DemoProvider::name).distinct().count());
  }

  @Test
  void onlyWhatIsTenderedIsAtTender() {
    assertTrue(
        DemoContract.ALL.stream()
            .filter(contract -> contract.stage() == Stage.TENDER)
            .allMatch(DemoContract::tendered));
  }

  @Test
  void runningContractsHaveEightQuartersBehindThemAndSomeAhead() {
    DemoContract.ALL.stream()
        .filter(contract -> contract.stage() == Stage.ACTIVE)
        .forEach(
            contract -> {
              assertEquals(LocalDate.of(2024, 10, 1), contract.start(TODAY));
              assertTrue(contract.end(TODAY).isAfter(TODAY.plusMonths(6)));
            });
  }
}
