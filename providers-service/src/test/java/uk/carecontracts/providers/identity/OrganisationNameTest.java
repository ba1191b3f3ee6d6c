package uk.carecontracts.providers.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationNameTest {

  @ParameterizedTest(name = "{0} and {1} are one name")
  @CsvSource(
      delimiter = '|',
      value = {
        "Dunsters Farm Ltd| DUNSTERS FARM LIMITED",
        "TT Solutions &amp; Interiors Limited| TT Solutions and Interiors Ltd.",
        "Faun Zoeller (UK) Limited| FAUN ZOELLER UK LTD",
        "Cedars Rest Home Limited(The)| The Cedars Rest Home Limited",
        "EAM Lodge Community Interest Company| EAM Lodge C.I.C.",
        "J.E.M. Care Limited| JEM Care Ltd",
        "St John&#039;s Care Plc| St Johns Care public limited company",
        "Café Société LLP| Cafe Societe L.L.P.",
        "Amberley  Care\u00a0Home Limited c/o Receiver| Amberley Care Home Ltd",
        "Bange Nursing Homes Limited t/a Bradley House| Bange Nursing Homes Ltd trading as X"
      })
  void spellingsOfOneNameMeet(String left, String right) {
    assertEquals(OrganisationName.of(left), OrganisationName.of(right));
  }

  @Test
  void theLegalFormIsKeptBesideTheName() {
    assertEquals(LegalForm.CIC, OrganisationName.of("Future Directions CIC").form());
    assertEquals(LegalForm.UNSTATED, OrganisationName.of("Trafford Council").form());
    assertNotEquals(OrganisationName.of("Atlas LLP"), OrganisationName.of("Atlas Ltd"));
  }

  @Test
  void tradingNamesAreSplitOff() {
    assertEquals(
        List.of("Bange Nursing Homes Limited", "Bradley House Nursing Home"),
        OrganisationName.parts("Bange Nursing Homes Limited t/a Bradley House Nursing Home"));
  }

  @Test
  void aNameOfNothingButIgnoredWordsKeepsThem() {
    assertEquals("the", OrganisationName.of("The").core());
    assertEquals("limited", OrganisationName.of("Limited").core());
  }

  @Test
  void aPersonIsRecognisedByTheTitle() {
    assertTrue(OrganisationName.personal("Mrs R Hind"));
    assertFalse(OrganisationName.personal("Dr Reddy and Company Limited"));
  }

  @Test
  void aWordThatDoesNotDistinguishIsNoPartOfTradingAs() {
    assertEquals(List.of("Care", "Care"), OrganisationName.parts("Care trading The as Care"));
  }

  @Property(tries = 2000)
  void normalisingTwiceChangesNothing(@ForAll("names") String raw) {
    OrganisationName once = OrganisationName.of(raw);
    assertEquals(once.core(), OrganisationName.of(once.core()).core(), raw);
  }

  @Property
  void normalisingAnyTextTwiceChangesNothing(@ForAll String raw) {
    OrganisationName once = OrganisationName.of(raw);
    assertEquals(once.core(), OrganisationName.of(once.core()).core(), raw);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
            "The",
            "Care",
            "&amp;",
            "&",
            "and",
            "Ltd",
            "Limited",
            "plc",
            "P.L.C.",
            "CIC",
            "(UK)",
            "LLP",
            "Community",
            "Interest",
            "Company",
            "public",
            "co",
            "t/a",
            "trading",
            "as",
            "c/o",
            "É",
            "St.",
            "16",
            "-",
            "Limited(The)",
            "O'Neil",
            "\u00a0")
        .list()
        .ofMaxSize(8)
        .map(words -> String.join(" ", words));
  }
}
