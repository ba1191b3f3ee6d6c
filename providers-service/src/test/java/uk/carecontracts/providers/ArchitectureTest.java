package uk.carecontracts.providers;

import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.ServiceArchitecture;

class ArchitectureTest {

  @Test
  void theServiceKeepsTheRulesOfTheHouse() {
    ServiceArchitecture.check("uk.carecontracts.providers");
  }
}
