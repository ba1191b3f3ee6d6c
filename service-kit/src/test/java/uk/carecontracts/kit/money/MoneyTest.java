package uk.carecontracts.kit.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  @Test
  void an_amount_is_rounded_half_up_to_pence() {
    assertEquals(new BigDecimal("0.13"), Money.gbp("0.125").amount());
    assertEquals(new BigDecimal("-0.13"), Money.gbp("-0.125").amount());
    assertEquals(new BigDecimal("1000.00"), Money.gbp("1E3").amount());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E2147483647", "1E31", "-1E999999999", "1E-999999999"})
  void a_number_that_takes_a_gigabyte_to_write_out_is_no_amount(String number) {
    BigDecimal amount = new BigDecimal(number);
    assertThrows(IllegalArgumentException.class, () -> Money.gbp(amount));
  }
}
