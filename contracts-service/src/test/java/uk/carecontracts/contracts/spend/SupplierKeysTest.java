package uk.carecontracts.contracts.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupplierKeysTest {
  @ParameterizedTest
  @CsvSource({
    "Fernleigh Limited,FERNLEIGH LTD.",
    "The Alder & Birch Co Ltd,Alder and Birch",
    "Chrysalis (UK) Limited,chrysalis",
    "O'Neill Care CIC,ONeill Care"
  })
  void names_that_differ_in_nothing_that_counts_have_one_key(String one, String other) {
    assertEquals(SupplierKeys.ofName(one), SupplierKeys.ofName(other));
  }

  @Test
  void a_trading_name_is_a_key_of_its_own() {
    assertEquals(
        List.of("NAME:dignity in life", "NAME:dil foundation"),
        SupplierKeys.ofName("Dignity in Life Ltd#DIL Foundation"));
    assertEquals(
        List.of("NAME:alder", "NAME:birch care"), SupplierKeys.ofName("Alder Ltd t/a Birch Care"));
    assertEquals(List.of(), SupplierKeys.ofName("A"));
    assertEquals(List.of(), SupplierKeys.ofName(null));
  }

  @ParameterizedTest
  @CsvSource({
    "GB-COH,4322806,GB-COH:04322806",
    "GB-COH, sc123456,GB-COH:SC123456",
    "VAT,GB 812 3112 85,VAT:812311285",
    "GB-CHC,0212345,GB-CHC:212345"
  })
  void identifiers_are_compared_in_one_form(String scheme, String id, String key) {
    assertEquals(List.of(key), SupplierKeys.ofIdentifier(scheme, id));
  }
}
