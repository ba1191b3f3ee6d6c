package uk.carecontracts.providers.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.identity.MatchScore.Verdict;

class ResemblanceTest {

  @Test
  void aNameOfOtherLettersIsPassedOver() {
    Resemblance care = Resemblance.with(Candidate.named("Brookfield Care Limited"));
    assertFalse(care.possible("Brook Street Nursing Home", List.of(), null));
    assertTrue(care.possible("Brookfeild Care Ltd", List.of(), null));
    assertTrue(care.possible("Another", List.of("Care Brookfield"), null));
  }

  @Property
  void whatIsPassedOverWouldHaveBeenFoundDifferent(
      @ForAll("candidates") Candidate wanted, @ForAll("candidates") Candidate known) {
    boolean possible =
        Resemblance.with(wanted).possible(known.name(), known.tradingNames(), known.postcode());
    if (!possible) {
      assertEquals(Verdict.DIFFERENT, OrganisationMatch.score(wanted, known).verdict());
    }
  }

  @Property
  void similarityIsNeverMoreThanTheLettersInCommonAllow(
      @ForAll("cores") String a, @ForAll("cores") String b) {
    int common = 0;
    StringBuilder left = new StringBuilder(a);
    for (char letter : b.toCharArray()) {
      int at = left.indexOf(String.valueOf(letter));
      if (at >= 0) {
        left.deleteCharAt(at);
        common++;
      }
    }
    assertTrue(Similarity.jaroWinkler(a, b) <= Similarity.most(a, b, common));
  }

  @Provide
  Arbitrary<String> cores() {
    return Arbitraries.strings().withChars("abcé 1v").ofMaxLength(14);
  }

  @Provide
  Arbitrary<Candidate> candidates() {
    Arbitrary<String> word =
        Arbitraries.of(
            "Care",
            "care",
            "Cares",
            "Brookfield",
            "Brookfeild",
            "Home",
            "Homes",
            "16",
            "17",
            "IV",
            "The",
            "Support",
            "Suport",
            "Élan",
            "t/a",
            "St");
    Arbitrary<String> words =
        word.list().ofMinSize(1).ofMaxSize(5).map(all -> String.join(" ", all));
    Arbitrary<String> form = Arbitraries.of("", " Ltd", " Limited", " LLP", " CIC");
    Arbitrary<String> letters = Arbitraries.strings().withChars("abc 1v").ofMaxLength(12);
    Arbitrary<String> name =
        Arbitraries.oneOf(Combinators.combine(words, form).as((a, b) -> a + b), letters);
    return Combinators.combine(
            name,
            name.list().ofMaxSize(2),
            Arbitraries.of("M33 4RZ", "m334rz", "B1 1AA", "none").injectNull(0.5))
        .as((legal, trading, postcode) -> new Candidate(legal, trading, Set.of(), postcode));
  }
}
