package uk.carecontracts.providers.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemeTest {

  @ParameterizedTest(name = "{0} {1} becomes {2}")
  @CsvSource({
    "GB-COH, 4142000, 04142000",
    "GB-COH, GB-COH-04142000, 04142000",
    "GB-COH, oc301540, OC301540",
    "GB-COH, SC1234, SC001234",
    "GB-COH, ni 12345, NI012345",
    "GB-COH, RC000123, RC000123",
    "GB-CHC, 0212563, 212563",
    "GB-CHC, 1082599, 1082599",
    "GB-SC, 12345, SC012345",
    "GB-NIC, NIC100123, 100123",
    "GB-PPON, pbzb4962tvlr, PBZB-4962-TVLR",
    "ODS, vn3x9, VN3X9",
    "UKPRN, 10007156, 10007156",
    "GB-LAE, trf, TRF",
    "CQC, 1-101693245, 1-101693245",
    "CQC-LOCATION, 1-16130801460, 1-16130801460",
    "OFSTED, sc012345, SC012345",
    "VAT, GB 980 7806 84, 980780684",
    "GB-CFS, 307567, 307567",
    "GB-SRS, sid4gov.cabinetoffice.gov.uk/jH9F9wAB, sid4gov.cabinetoffice.gov.uk/jH9F9wAB"
  })
  void spellingsOfOneIdentifierMeet(String scheme, String raw, String normal) {
    assertEquals(Optional.of(normal), Identifier.parse(scheme, raw).map(Identifier::value));
  }

  @ParameterizedTest(name = "{0} {1} is refused")
  @CsvSource({
    "GB-COH, 00000000",
    "GB-COH, 123456789",
    "GB-COH, XX123456",
    "GB-COH, N/A",
    "GB-CHC, 12",
    "GB-PPON, PBZB-4962",
    "UKPRN, 20007156",
    "CQC, 2-101693245",
    "VAT, 980780685",
    "GB-XYZ, 1"
  })
  void whatBreaksTheFormatOrTheCheckRuleIsRefused(String scheme, String raw) {
    assertTrue(Identifier.parse(scheme, raw).isEmpty());
  }

  @Test
  void bothCheckRulesOfTheVatAuthorityAreKnown() {
    assertTrue(VatNumber.isValid("980780684"), "8·9+7·8+6·0+5·7+4·8+3·0+2·6 = 207; 207+84 = 3·97");
    assertTrue(VatNumber.isValid("100000034"), "8·1 = 8; 8+34+55 = 97");
    assertTrue(VatNumber.isValid("GD001"));
    assertTrue(VatNumber.isValid("HA501"));
    assertTrue(!VatNumber.isValid("HA001"));
  }

  @Test
  void anInvalidIdentifierCannotExist() {
    assertThrows(
        IllegalArgumentException.class, () -> new Identifier(Scheme.COMPANIES_HOUSE, "nonsense"));
  }

  @Property
  void normalisingTwiceChangesNothing(
      @ForAll Scheme scheme, @ForAll @StringLength(max = 14) String raw) {
    String once = scheme.normalise(raw);
    if (scheme.accepts(once)) {
      assertEquals(once, scheme.normalise(once));
    }
  }
}
