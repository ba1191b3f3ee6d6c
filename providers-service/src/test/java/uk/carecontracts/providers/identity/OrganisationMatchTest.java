package uk.carecontracts.providers.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.providers.identity.MatchScore.Method;
import uk.carecontracts.providers.identity.MatchScore.Verdict;

class OrganisationMatchTest {

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "Dunsters Farm Ltd; DUNSTERS FARM LIMITED; SAME",
        "Matrix SCM; Matrix SCM Limited; SAME",
        "Thomas Hardie Commercials; Thomas Hardie Commercials Ltd; SAME",
        "Maria Mallaband 16 Limited; Maria Mallaband 17 Limited; DIFFERENT",
        "Salutem LD BidCo IV Limited; Salutem LD BidCo III Limited; DIFFERENT",
        "Atlas Care LLP; Atlas Care Limited; REVIEW",
        "Mrs R Hind; Mrs R Hind; REVIEW",
        "Rider Levett Bucknall UK Ltd; Rider Levet Bucknall; REVIEW",
        "Eric Wright Construction; Eric Wright Civil Engineering Limited; DIFFERENT",
        "Bange Nursing Homes Limited t/a Bradley House; Bradley House; SAME"
      })
  void namesAloneDecideAsAPersonWould(String left, String right, Verdict verdict) {
    MatchScore score = OrganisationMatch.score(Candidate.named(left), Candidate.named(right));
    assertEquals(verdict, score.verdict(), score.toString());
  }

  @Test
  void aSharedIdentifierIsCertainWhateverTheNames() {
    MatchScore score =
        OrganisationMatch.score(
            candidate("24x7", null, "GB-COH", "4142000"),
            candidate("24x7 Transport Limited", "M1 1AA", "GB-COH", "04142000"));
    assertEquals(100, score.points());
    assertEquals(Method.IDENTIFIER, score.method());
  }

  @Test
  void differentIdentifiersOfOneRegisterProveTwoOrganisations() {
    MatchScore score =
        OrganisationMatch.score(
            candidate("A1 Taxis", "PE1 1AA", "GB-COH", "14783275"),
            candidate("A1 Taxis", "PE1 1AA", "GB-COH", "14783276"));
    assertEquals(0, score.points());
    assertEquals(Method.IDENTIFIER_CONTRADICTION, score.method());
  }

  @Test
  void partyNumbersOfContractsFinderContradictNothing() {
    MatchScore score =
        OrganisationMatch.score(
            candidate("Itad Limited", null, "GB-CFS", "307566"),
            candidate("Itad Ltd", null, "GB-CFS", "307999"));
    assertEquals(Verdict.SAME, score.verdict());
  }

  @Test
  void oneRegisterForAndOneAgainstIsForAPersonToDecide() {
    Candidate left =
        new Candidate(
            "Oak Care", List.of(), Set.of(id("GB-COH", "01234567"), id("GB-CHC", "212563")), null);
    Candidate right =
        new Candidate(
            "Oak Care", List.of(), Set.of(id("GB-COH", "01234567"), id("GB-CHC", "212564")), null);
    assertEquals(Verdict.REVIEW, OrganisationMatch.score(left, right).verdict());
  }

  @Test
  void aPostcodeConfirmsOrQuestionsAName() {
    assertEquals(95, points("Oak Care Ltd", "M33 4RZ", "OAK CARE LIMITED", "m334rz"));
    assertEquals(82, points("Oak Care Ltd", "M33 4RZ", "Oak Care Limited", "B1 1AA"));
    assertEquals(65, points("Oak Care", "M33 4RZ", "Oak Care", "B1 1AA"));
    assertEquals(100, points("Mrs R Hind", "M41 0UB", "Mrs R Hind", "M41 0UB"));
  }

  @Property
  void theScoreIsSymmetricAndBounded(
      @ForAll("candidates") Candidate a, @ForAll("candidates") Candidate b) {
    MatchScore forwards = OrganisationMatch.score(a, b);
    assertEquals(forwards, OrganisationMatch.score(b, a));
    assertTrue(forwards.points() >= 0 && forwards.points() <= 100);
    assertTrue(!forwards.explanation().isEmpty());
  }

  @Property
  void identicalRecordsWithAnIdentifierOrPostcodeScoreFull(@ForAll("candidates") Candidate a) {
    boolean named = !a.names().isEmpty();
    if (!a.identifiers().isEmpty() || (named && a.parsedPostcode().isPresent())) {
      assertEquals(100, OrganisationMatch.score(a, a).points());
    }
  }

  @Property
  void similarityIsSymmetricAndOneForEqualTexts(@ForAll String a, @ForAll String b) {
    assertEquals(Similarity.of(a, b), Similarity.of(b, a));
    assertEquals(1.0, Similarity.of(a, a));
    assertTrue(Similarity.of(a, b) >= 0 && Similarity.of(a, b) <= 1);
  }

  @Provide
  Arbitrary<Candidate> candidates() {
    Arbitrary<String> name =
        Arbitraries.of(
            "Oak Care Ltd",
            "Oak Care Limited",
            "Oak Care LLP",
            "Oake Care",
            "Mr A Oak",
            "Elm 1",
            "Elm 2",
            "Making Space",
            "Care Oak",
            "The");
    Arbitrary<Identifier> identifier =
        Arbitraries.of(
            id("GB-COH", "01234567"),
            id("GB-COH", "01234568"),
            id("GB-CHC", "212563"),
            id("GB-CFS", "1"),
            id("GB-CFS", "2"));
    Arbitrary<String> postcode = Arbitraries.of("M33 4RZ", "B1 1AA", "nonsense");
    return Combinators.combine(
            name, name.list().ofMaxSize(1), identifier.set().ofMaxSize(2), postcode.injectNull(0.3))
        .as(Candidate::new);
  }

  private static int points(String nameA, String postcodeA, String nameB, String postcodeB) {
    return OrganisationMatch.score(
            new Candidate(nameA, List.of(), Set.of(), postcodeA),
            new Candidate(nameB, List.of(), Set.of(), postcodeB))
        .points();
  }

  private static Candidate candidate(
      String name, @Nullable String postcode, String scheme, String value) {
    return new Candidate(name, List.of(), Set.of(id(scheme, value)), postcode);
  }

  private static Identifier id(String scheme, String value) {
    return Identifier.parse(scheme, value).orElseThrow();
  }
}
