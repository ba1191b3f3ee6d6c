package uk.carecontracts.stack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepTest {
  private static final Map<Step, String> LEADS_TO =
      Map.of(
          Step.PUBLISH_TENDER, "PUBLISHED_TENDER",
          Step.AWARD, "AWARDED",
          Step.ACTIVATE, "ACTIVE",
          Step.TERMINATE, "TERMINATED",
          Step.DECOMMISSION, "DECOMMISSIONED",
          Step.CANCEL, "CANCELLED");

  private final List<DemoContract> contracts =
      ContractGenerator.contracts(Catalogue.read(), LocalDate.of(2026, 11, 22));

  @Test
  void everyContractComesToItsStageFromADraft() {
    for (DemoContract contract : contracts) {
      List<String> life = life(contract);
      String last = life.get(life.size() - 1);
      switch (contract.line().stage()) {
        case TENDER -> assertEquals("PUBLISHED_TENDER", last);
        case EXPIRED -> assertEquals("ACTIVE", last);
        default -> assertEquals(contract.line().stage().name(), last);
      }
      assertEquals(
          contract.line().tendered() && contract.line().stage() != Stage.DRAFT,
          life.contains("PUBLISHED_TENDER"),
          contract.reference());
    }
  }

  @Test
  void aContractThatEndedMeanwhileIsLeftAlone() {
    for (DemoContract contract : contracts) {
      assertTrue(Step.next(contract, "EXPIRED").isEmpty());
      assertTrue(Step.next(contract, "TERMINATED").isEmpty());
    }
  }

  private static List<String> life(DemoContract contract) {
    List<String> life = new ArrayList<>(List.of("DRAFT"));
    Optional<Step> next = Step.next(contract, "DRAFT");
    while (next.isPresent()) {
      String status = LEADS_TO.get(next.get());
      life.add(status);
      next = Step.next(contract, status);
    }
    return life;
  }
}
