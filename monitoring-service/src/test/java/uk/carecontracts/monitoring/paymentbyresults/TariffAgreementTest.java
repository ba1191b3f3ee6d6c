package uk.carecontracts.monitoring.paymentbyresults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.kit.problem.RuleViolation;

class TariffAgreementTest {

  @ParameterizedTest(name = "£{0} for {1} people, cap {2}, {3} refuted, is £{4}")
  @CsvSource({
    "2500,    42, 50, 0, 105000.00",
    "2500,    42, 50, 3,  97500.00",
    "2500,     0, 50, 3,  -7500.00",
    "2500,    60, 50, 0, 125000.00",
    "2500,    60,   , 0, 150000.00",
    "19.995,   1,   , 0,     20.00"
  })
  void verified_people_are_paid_up_to_the_cap_less_those_refuted_since(
      BigDecimal tariff, int verified, Integer cap, int refuted, BigDecimal total) {
    Payment payment = new TariffAgreement(tariff, verified, cap, refuted).payment();

    assertEquals(total, payment.total());
    assertEquals(payment.total(), payment.baseAmount().add(payment.outcomeAmount()));
  }

  @Test
  void the_clawback_is_shown_on_its_own_line() {
    Payment payment = new TariffAgreement(new BigDecimal("2500"), 42, 50, 3).payment();

    assertEquals(new BigDecimal("-7500.00"), payment.clawback());
    assertTrue(
        payment.steps().stream()
            .anyMatch(
                step ->
                    step.working().equals("−£2,500.00 × 3") && step.result().equals("−£7,500.00")));
  }

  @Test
  void a_negative_number_of_people_is_refused() {
    assertThrows(RuleViolation.class, () -> new TariffAgreement(BigDecimal.TEN, -1, null, 0));
  }

  @Property
  void more_people_verified_never_pay_less_and_never_more_than_the_cap(
      @ForAll @IntRange(max = 1000) int verified,
      @ForAll @IntRange(max = 100) int more,
      @ForAll @IntRange(max = 1000) int cap) {
    BigDecimal tariff = new BigDecimal("1234.56");
    BigDecimal before = new TariffAgreement(tariff, verified, cap, 0).payment().total();
    BigDecimal after = new TariffAgreement(tariff, verified + more, cap, 0).payment().total();

    assertTrue(after.compareTo(before) >= 0);
    assertTrue(after.compareTo(tariff.multiply(BigDecimal.valueOf(cap))) <= 0);
  }
}
