package uk.carecontracts.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceArchitectureTest {

  private static final String SAMPLES = "uk.carecontracts.testkit.samples";

  static Stream<Arguments> rulesAndTheirBreakers() {
    return Stream.of(
        arguments("ReachesIntoRegister", ServiceArchitecture.internalsStayInTheirFeature(SAMPLES)),
        arguments("SpeaksHttp", ServiceArchitecture.httpStaysAtTheEdge()),
        arguments("HoldsEntityManager", ServiceArchitecture.entityManagerStaysInRepositories()),
        arguments("LooksAtTheWall", ServiceArchitecture.timeComesFromAClock()),
        arguments("KeepsADate", ServiceArchitecture.noDateClass()),
        arguments("UnitPrice", ServiceArchitecture.moneyIsNeverABinaryFraction()),
        arguments("KnowsAContract", ServiceArchitecture.kitKnowsNoService()));
  }

  @ParameterizedTest(name = "{0} breaks a rule and nothing else does")
  @MethodSource("rulesAndTheirBreakers")
  void eachRuleFindsItsBreakerAndOnlyThat(String breaker, ArchRule rule) {
    JavaClasses samples = new ClassFileImporter().importPackages(SAMPLES);
    AssertionError red = assertThrows(AssertionError.class, () -> rule.check(samples));
    List<String> findings = rule.evaluate(samples).getFailureReport().getDetails();
    assertTrue(findings.stream().allMatch(finding -> finding.contains(breaker)), red.getMessage());
  }

  @Test
  void everyRuleOfAServiceIsProven() {
    long proven = rulesAndTheirBreakers().count();
    assertEquals(ServiceArchitecture.rules(SAMPLES).size() + 1, proven);
  }

  @Test
  void cleanFeaturePassesEveryRule() {
    JavaClasses register = new ClassFileImporter().importPackages(SAMPLES + ".register");
    ServiceArchitecture.rules(SAMPLES).forEach(rule -> rule.check(register));
  }
}
