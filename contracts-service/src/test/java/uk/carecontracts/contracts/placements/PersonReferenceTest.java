package uk.carecontracts.contracts.placements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonReferenceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P-48113",
        "LAS.2231907",
        "0191d3c5-0000-7000-8000-000000000000",
        "12345678-1234-1234-1234-123456789012",
        "9434765910",
        "P-20991231",
        "case:2026/0031",
        "31-02-1950x1"
      })
  void pseudonymous_references_are_taken(String reference) {
    assertEquals(Optional.empty(), PersonReference.objection(reference, TODAY));
  }

  @ParameterizedTest
  @CsvSource({
    "9434765919, NHS number",
    "943-476-5919, NHS number",
    "NHS9434765919, NHS number",
    "Mary Smith, spaces",
    "MarySmith, name",
    "mary.smith@example.org, e-mail",
    "MS-01041948, date of birth",
    "MS19480401, date of birth",
    "S1-1/4/1948, date of birth",
    "S1-1948-04-01, date of birth",
    "QQ123456C, National Insurance",
    "P#1, characters",
    "P1, short"
  })
  void what_would_tell_who_it_is_is_refused(String reference, String why) {
    Optional<String> objection = PersonReference.objection(reference, TODAY);
    assertTrue(objection.isPresent() && objection.get().contains(why), objection::toString);
  }

  @Property
  void every_nhs_number_is_recognised_and_no_other_check_digit_is(
      @ForAll("nineDigits") String nine) {
    int valid = 0;
    for (int check = 0; check <= 9; check++) {
      if (PersonReference.isNhsNumber(nine + check)) {
        valid++;
        assertTrue(PersonReference.objection("X" + nine + check, TODAY).isPresent());
      }
    }
    assertTrue(valid <= 1);
  }

  @Provide
  Arbitrary<String> nineDigits() {
    return Arbitraries.strings().numeric().ofLength(9);
  }
}
