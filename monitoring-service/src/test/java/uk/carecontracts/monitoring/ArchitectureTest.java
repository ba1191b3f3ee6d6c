package uk.carecontracts.monitoring;

import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.ServiceArchitecture;

class ArchitectureTest {

  @Test
  void the_rules_of_the_house_hold() {
    ServiceArchitecture.check("uk.carecontracts.monitoring");
  }
}
