package uk.carecontracts.monitoring.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.monitoring.voice.Identifiers.Finding;

class IdentifiersTest {

  /** A remark with the stretches that must be withheld. */
  private record Labelled(String text, List<int[]> wanted) {}

  private static List<Labelled> sample() throws IOException {
    try (InputStream in = IdentifiersTest.class.getResourceAsStream("/voice/identifiers.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(IdentifiersTest::labelled)
          .toList();
    }
  }

  private static Labelled labelled(String line) {
    StringBuilder text = new StringBuilder();
    List<int[]> wanted = new ArrayList<>();
    int from = 0;
    for (char c : line.toCharArray()) {
      if (c == '«') {
        from = text.length();
      } else if (c == '»') {
        wanted.add(new int[] {from, text.length()});
      } else {
        text.append(c);
      }
    }
    return new Labelled(text.toString(), wanted);
  }

  @Test
  void nearly_all_that_identifies_is_found_and_hardly_anything_else() throws IOException {
    int found = 0;
    int wanted = 0;
    int right = 0;
    List<String> wrong = new ArrayList<>();
    for (Labelled each : sample()) {
      List<Finding> findings = Identifiers.in(each.text());
      found += findings.size();
      wanted += each.wanted().size();
      int hits = 0;
      for (int[] stretch : each.wanted()) {
        hits +=
            findings.stream().anyMatch(f -> f.from() <= stretch[0] && f.to() >= stretch[1]) ? 1 : 0;
      }
      right += hits;
      if (hits != each.wanted().size() || hits != findings.size()) {
        wrong.add(Identifiers.withheld(each.text()));
      }
    }
    double precision = (double) right / found;
    double recall = (double) right / wanted;
    System.out.printf(
        "identifiers: %d wanted, %d found, precision %.3f, recall %.3f%n",
        wanted, found, precision, recall);
    assertTrue(precision >= 0.95, () -> "too much is withheld: " + wrong);
    assertTrue(recall >= 0.97, () -> "too much is let through: " + wrong);
  }

  @Test
  void what_is_withheld_says_what_it_was() {
    assertEquals(
        "Mrs [name withheld] rang [phone number withheld] from [address withheld].",
        Identifiers.withheld("Mrs Thompson rang 01632 960983 from 12 Orchard Road."));
  }

  @ParameterizedTest
  @CsvSource({"9434765919, true", "943 476 5919, true", "9434765918, false", "1234567890, false"})
  void an_nhs_number_is_known_by_its_check_digit(String text, boolean valid) {
    assertEquals(valid, Identifiers.nhsNumber(text));
  }

  @Property
  void every_nhs_number_is_found_and_one_with_another_check_digit_is_not_taken_for_one(
      @ForAll @LongRange(min = 100_000_000, max = 999_999_999) long body) {
    int sum = 0;
    String digits = Long.toString(body);
    for (int i = 0; i < 9; i++) {
      sum += (digits.charAt(i) - '0') * (10 - i);
    }
    int check = (11 - sum % 11) % 11;
    if (check < 10) {
      assertTrue(Identifiers.nhsNumber(digits + check));
      assertTrue(Identifiers.withheld("No " + digits + check + ".").contains("withheld"));
      assertFalse(Identifiers.nhsNumber(digits + (check + 1) % 10));
    }
  }

  @Property
  void withholding_twice_changes_nothing_more(@ForAll String text) {
    String once = Identifiers.withheld(text);
    assertEquals(once, Identifiers.withheld(once));
  }

  @Property
  void withholding_what_stands_close_together_twice_changes_nothing_more(
      @ForAll("neighbours") String text) {
    String once = Identifiers.withheld(text);
    assertEquals(once, Identifiers.withheld(once));
  }

  /** Identities and words that begin, end or join them, side by side as random text never is. */
  @Provide
  Arbitrary<String> neighbours() {
    Arbitrary<String> part =
        Arbitraries.of(
            "Mrs",
            "Thompson",
            "my mum",
            "Mary",
            "My name is",
            "12",
            "Orchard",
            "Road",
            "Flat 3",
            "M33 1AA",
            "01632 960983",
            "943 476 5919",
            "AB 12 34 56 C",
            "a@b.uk",
            "3 May",
            "1931",
            "01/02/1931",
            "'s",
            "-",
            "[",
            "]",
            "0",
            "+44",
            "dr",
            "smith");
    return part.list()
        .ofMinSize(1)
        .ofMaxSize(9)
        .flatMap(parts -> Arbitraries.of(" ", "").map(gap -> String.join(gap, parts)));
  }

  @ParameterizedTest
  @CsvSource({"P-1042", "rc:77/3", "a1b2c3"})
  void a_code_is_a_pseudonym(String reference) {
    Identifiers.refuseReference(reference, "/personReference");
  }

  @ParameterizedTest
  @CsvSource({"Margaret", "9434765919", "jane1@example.org", "M33 1AA", "AB123456C"})
  void a_name_or_number_of_a_person_is_none(String reference) {
    assertThrows(
        RuleViolation.class, () -> Identifiers.refuseReference(reference, "/personReference"));
  }
}
