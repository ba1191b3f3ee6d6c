package uk.carecontracts.contracts.projects;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.contracts.terms.Categories;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

class ProjectTermsTest {
  private static ProjectTerms running(String start, String end) {
    return new ProjectTerms(
        "Homecare",
        null,
        null,
        null,
        Categories.NONE,
        null,
        List.of(),
        null,
        null,
        null,
        LocalDate.parse(start),
        LocalDate.parse(end),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "2028-04-01, 2028-03-31, /end",
    "2028-04-01, 9999-12-31, /end",
    "1028-04-01, 2032-03-31, /start"
  })
  void what_no_contract_could_run_is_refused_when_the_project_opens(
      String start, String end, String place) {
    RuleViolation refused = assertThrows(RuleViolation.class, running(start, end)::requireTerm);
    assertEquals(List.of(place), refused.violations().stream().map(Violation::pointer).toList());
  }

  @Test
  void one_day_is_enough() {
    assertDoesNotThrow(running("2028-02-29", "2028-02-29")::requireTerm);
  }
}
