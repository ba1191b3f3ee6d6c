package uk.carecontracts.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.ServiceArchitecture;

/** How the gateway is built. */
class ArchitectureTest {
  private static final String ROOT = "uk.carecontracts.gateway";
  private final JavaClasses gateway = ServiceArchitecture.productionClasses(ROOT);

  @Test
  void concernsDoNotNeedEachOtherInCircles() {
    ServiceArchitecture.featuresAreFreeOfCycles(ROOT).check(gateway);
  }

  @Test
  void theGatewayKnowsNoService() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "uk.carecontracts.kit..",
            "uk.carecontracts.contracts..",
            "uk.carecontracts.providers..",
            "uk.carecontracts.monitoring..",
            "jakarta.persistence..")
        .because("it is a door, not a service")
        .check(gateway);
  }

  @Test
  void onlyWhatGatewaysCountTogetherIsInADatabase() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".database..", ROOT + ".limits..", ROOT + ".usage..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", ROOT + ".database..")
        .because("a request must not wait for a database at the door")
        .check(gateway);
  }

  @Test
  void theHouseRulesHold() {
    ServiceArchitecture.check(ROOT);
  }
}
