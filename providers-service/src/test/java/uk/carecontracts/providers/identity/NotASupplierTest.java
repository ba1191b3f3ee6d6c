package uk.carecontracts.providers.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotASupplierTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "N/A",
        "n/a",
        "NA",
        "N/A EVENT DAY",
        "Not Applicable",
        "Contract not awarded",
        "-",
        "TBC",
        "Name withheld (as individual and not a company)",
        "DATE NOW PASSED FOR NOTICE",
        "Multiple suppliers - see attached spreadsheet",
        "No award",
        "Redacted",
        "none",
        "See attached list",
        "Various providers"
      })
  void phrasesThatNameNobodyAreRecognised(String phrase) {
    assertTrue(NotASupplier.reason(phrase).isPresent(), phrase);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nacro",
        "NA Electrical Ltd",
        "Nautilus",
        "Multiple Sclerosis Society",
        "See Me Scotland",
        "Confidential Shredding Ltd",
        "National Autistic Society",
        "Test Valley Care",
        "TBC Ltd",
        "None the Wiser Consulting",
        "The Award Company",
        "Name It Ltd"
      })
  void realNamesThatLookLikeThemAreKept(String name) {
    assertEquals(Optional.empty(), NotASupplier.reason(name), name);
  }
}
