package uk.carecontracts.contracts.ocds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAddressTest {
  @ParameterizedTest(name = "{0} is written as {1}")
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          https://example.test/a?b=c#d ~ https://example.test/a?b=c#d
          https://example.test/a b|c ~ https://example.test/a%20b%7Cc
          https://example.test/é ~ https://example.test/%C3%A9
          https://example.test/50%zz ~ NONE
          www.example.test ~ NONE
          https:// ~ NONE
          """)
  void stray_characters_are_escaped(String written, String expected) {
    assertEquals(expected, WebAddress.of(written).orElse("NONE"));
  }
}
