package uk.carecontracts.monitoring.paymentbyresults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.kit.problem.RuleViolation;

class OutcomeAgreementTest {

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private static OutcomeTerms outcome(
      String weight, String baseline, String target, String actual, PaymentMethod method) {
    return new OutcomeTerms(
        "Outcome", number(weight), number(baseline), number(target), number(actual), null, method);
  }

  private static Payment paid(String fee, String atRisk, OutcomeTerms... outcomes) {
    return new OutcomeAgreement(number(fee), number(atRisk), List.of(outcomes)).payment();
  }

  @Test
  void two_outcomes_one_capped_pay_the_worked_example() {
    OutcomeTerms a =
        new OutcomeTerms(
            "A",
            number("60"),
            number("45"),
            number("60"),
            number("57"),
            null,
            PaymentMethod.LINEAR);
    OutcomeTerms b =
        new OutcomeTerms(
            "B",
            number("40"),
            number("70"),
            number("90"),
            number("93"),
            BigDecimal.ONE,
            PaymentMethod.LINEAR);

    Payment payment = paid("400000", "20", a, b);

    assertEquals(number("320000.00"), payment.baseAmount());
    assertEquals(number("70400.00"), payment.outcomeAmount());
    assertEquals(number("390400.00"), payment.total());
    assertTrue(
        payment.steps().stream()
            .anyMatch(
                step ->
                    step.what().equals("Achievement of A")
                        && step.working().equals("(57 − 45) ÷ (60 − 45) = 0.8")
                        && step.result().equals("0.8")));
    assertTrue(
        payment.steps().stream()
            .anyMatch(step -> step.working().endsWith("capped at 1") && step.result().equals("1")));
  }

  @ParameterizedTest(name = "{0} from {1} to {2}, actual {3} earns {4} of £100")
  @CsvSource({
    "LINEAR,    45, 60, 57,   80.00",
    "LINEAR,    45, 60, 45,    0.00",
    "LINEAR,    45, 60, 30,    0.00",
    "LINEAR,    45, 60, 90,  100.00",
    "LINEAR,    30, 20, 24,   60.00",
    "LINEAR,    30, 20, 18,  100.00",
    "LINEAR,    30, 20, 33,    0.00",
    "LINEAR,     0,  3,  1,   33.33",
    "THRESHOLD, 45, 60, 59.9,  0.00",
    "THRESHOLD, 45, 60, 60,  100.00",
    "THRESHOLD, 30, 20, 20,  100.00",
    "THRESHOLD, 30, 20, 20.1,  0.00"
  })
  void an_outcome_earns_by_the_way_travelled_rising_or_falling(
      PaymentMethod method, String baseline, String target, String actual, String earned) {
    Payment payment = paid("100", "100", outcome("100", baseline, target, actual, method));

    assertEquals(number(earned), payment.outcomeAmount());
  }

  @Test
  void a_cap_above_one_pays_for_more_than_the_target() {
    OutcomeTerms generous =
        new OutcomeTerms(
            "A",
            number("100"),
            number("0"),
            number("10"),
            number("13"),
            number("1.2"),
            PaymentMethod.LINEAR);

    assertEquals(number("1200.00"), paid("1000", "100", generous).total());
  }

  @Test
  void weights_that_do_not_total_100_are_refused() {
    RuleViolation refused =
        assertThrows(
            RuleViolation.class,
            () ->
                paid(
                    "1000",
                    "20",
                    outcome("60", "1", "2", "2", PaymentMethod.LINEAR),
                    outcome("39.9", "1", "2", "2", PaymentMethod.LINEAR)));

    assertTrue(refused.getMessage().contains("total 99.9 instead of 100"));
  }

  @Test
  void a_target_equal_to_the_baseline_is_refused() {
    assertThrows(
        RuleViolation.class,
        () -> paid("1000", "20", outcome("100", "5", "5", "5", PaymentMethod.LINEAR)));
  }

  @Property
  void what_is_earned_stays_between_nothing_and_the_cap_and_the_parts_add_up(
      @ForAll @IntRange(max = 100_000_000) int pence,
      @ForAll @IntRange(max = 100) int atRisk,
      @ForAll @IntRange(min = -100, max = 100) int baseline,
      @ForAll @IntRange(min = 1, max = 100) int distance,
      @ForAll boolean falling,
      @ForAll @IntRange(min = -300, max = 300) int actual,
      @ForAll PaymentMethod method) {
    BigDecimal fee = BigDecimal.valueOf(pence, 2);
    int target = falling ? baseline - distance : baseline + distance;
    Payment payment =
        paid(
            fee.toPlainString(),
            String.valueOf(atRisk),
            outcome("100", "" + baseline, "" + target, "" + actual, method));

    assertEquals(payment.total(), payment.baseAmount().add(payment.outcomeAmount()));
    assertTrue(payment.outcomeAmount().signum() >= 0);
    assertTrue(payment.total().compareTo(fee) <= 0);
  }

  @Property
  void reaching_the_target_pays_exactly_the_fee(
      @ForAll @IntRange(max = 100_000_000) int pence, @ForAll @IntRange(max = 100) int atRisk) {
    BigDecimal fee = BigDecimal.valueOf(pence, 2);

    Payment payment =
        paid(
            fee.toPlainString(),
            String.valueOf(atRisk),
            outcome("100", "3", "7", "7", PaymentMethod.LINEAR));

    assertEquals(0, fee.compareTo(payment.total()));
  }

  @Property
  void coming_closer_to_the_target_never_pays_less(
      @ForAll @IntRange(min = -100, max = 100) int baseline,
      @ForAll @IntRange(min = 1, max = 100) int distance,
      @ForAll boolean falling,
      @ForAll @IntRange(min = -200, max = 200) int actual,
      @ForAll @IntRange(max = 50) int better,
      @ForAll PaymentMethod method) {
    int target = falling ? baseline - distance : baseline + distance;
    int improved = falling ? actual - better : actual + better;

    Payment before =
        paid("123456.78", "35", outcome("100", "" + baseline, "" + target, "" + actual, method));
    Payment after =
        paid("123456.78", "35", outcome("100", "" + baseline, "" + target, "" + improved, method));

    assertTrue(after.total().compareTo(before.total()) >= 0);
    assertEquals(before.baseAmount(), after.baseAmount());
  }
}
