package uk.carecontracts.providers.costs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.costs.CostLine.Kind;

class PressureTest {

  private static final List<CostLine> LINES =
      List.of(
          new CostLine("DIRECT_CARE", "CAREWORKER", "Direct care", Kind.PAY, List.of("NLW")),
          new CostLine(
              "NATIONAL_INSURANCE",
              "CAREWORKER",
              "Employer's national insurance",
              Kind.ON_COST,
              List.of("NLW", "EMPLOYER_NI")),
          new CostLine("MILEAGE", "CAREWORKER", "Mileage", Kind.OTHER, List.of("FUEL")),
          new CostLine("INSURANCE", "BUSINESS", "Insurance", Kind.OTHER, List.of("CPI")),
          new CostLine("RETURN_ON_OPERATIONS", "RETURN", "Return", Kind.OTHER, List.of()));

  /** £16.50 pay, £1.50 on-cost, £1 each of mileage, insurance and return: £21.00 an hour. */
  private static CostSheet sheet(String livingWageShare) {
    return new CostSheet(
        LINES,
        Map.of(
            "DIRECT_CARE", new BigDecimal("16.50"),
            "NATIONAL_INSURANCE", new BigDecimal("1.50"),
            "MILEAGE", BigDecimal.ONE,
            "INSURANCE", BigDecimal.ONE,
            "RETURN_ON_OPERATIONS", BigDecimal.ONE),
        new BigDecimal(livingWageShare));
  }

  @Test
  void aModelAddsUpAndShowsItsWageShare() {
    CostBreakdown costs = CostBreakdown.of("HOUR", sheet("0.8"));
    assertEquals(new BigDecimal("21.00"), costs.unitCost().amount());
    assertEquals(new BigDecimal("85.71"), costs.wagePercent());
    assertEquals(new BigDecimal("68.57"), costs.livingWagePercent());
    assertEquals(
        List.of("CAREWORKER", "BUSINESS", "RETURN"),
        costs.sections().stream().map(CostBreakdown.Part::code).toList());
    assertEquals(
        "The lines add up to £21.00 for one hour. Wages and on-costs are £18.00 of it (85.71 %);"
            + " 80 % of them are paid at the living wage, that is 68.57 % of the unit cost.",
        costs.explanation());
  }

  @Test
  void aLivingWageRiseReachesWhatIsPaidAtTheLivingWage() {
    Pressure pressure = of("0.8", Map.of("NLW", new BigDecimal("4.1")), BigDecimal.ZERO);
    // £18.00 × 80 % × 4.1 % = £0.5904.
    assertEquals(0, new BigDecimal("0.5904").compareTo(pressure.change()));
    assertEquals("2.81", CostBreakdown.shown(pressure.percent()).toPlainString());
    assertEquals("NLW 4.1 % on 80.00 % of it", pressure.lines().get(0).because());
  }

  @Test
  void payAboveTheLivingWageFollowsAsFarAsTheQuestionLetsIt() {
    Pressure half = of("0.8", Map.of("NLW", new BigDecimal("4.1")), new BigDecimal("0.5"));
    // The reach is 80 % + 20 % × 50 % = 90 %: £18.00 × 90 % × 4.1 % = £0.6642.
    assertEquals(0, new BigDecimal("0.6642").compareTo(half.change()));
  }

  @Test
  void aLineWithTwoDriversMovesByOneAfterTheOther() {
    Pressure pressure =
        of(
            "1",
            Map.of("NLW", new BigDecimal("10"), "EMPLOYER_NI", new BigDecimal("20")),
            BigDecimal.ZERO);
    Pressure.LineMove insurance = pressure.lines().get(1);
    assertEquals("32.00", insurance.movementPercent().toPlainString());
    assertEquals("NLW 10 % on 100.00 % of it, then EMPLOYER_NI 20 %", insurance.because());
    // £16.50 × 10 % + £1.50 × 32 % = £1.65 + £0.48.
    assertEquals(0, new BigDecimal("2.13").compareTo(pressure.change()));
  }

  @Test
  void anIndexThatDrivesNothingMovesNothing() {
    Pressure pressure = of("0.8", Map.of("ENERGY", new BigDecimal("50")), BigDecimal.ZERO);
    assertEquals(0, pressure.change().signum());
    assertEquals(List.of(), pressure.lines());
  }

  @Test
  void quartilesInterpolateBetweenFiguresAsSpreadsheetsDo() {
    Quartiles four = Quartiles.of(numbers("20", "22", "24", "30"));
    assertEquals(new Quartiles(money("21.50"), money("23.00"), money("25.50")), four.shown());
    Quartiles one = Quartiles.of(numbers("20"));
    assertEquals(new Quartiles(money("20.00"), money("20.00"), money("20.00")), one.shown());
  }

  @Property
  void moreMovementIsNeverLessPressureAndNoneIsNone(
      @ForAll @BigRange(min = "0", max = "30") BigDecimal movement,
      @ForAll @BigRange(min = "0", max = "30") BigDecimal more,
      @ForAll @IntRange(min = 0, max = 100) int share) {
    String part = BigDecimal.valueOf(share, 2).toPlainString();
    Map<String, BigDecimal> low = Map.of("NLW", movement, "CPI", movement);
    Map<String, BigDecimal> high = Map.of("NLW", movement.add(more), "CPI", movement.add(more));
    Pressure first = of(part, low, BigDecimal.ZERO);
    assertTrue(of(part, high, BigDecimal.ZERO).after().compareTo(first.after()) >= 0);
    assertTrue(first.percent().compareTo(movement) <= 0, "no line moves by more than its index");
    if (movement.signum() == 0) {
      assertEquals(0, first.change().signum());
    }
  }

  @Property
  void theQuartilesOfAnyFiguresAreInOrderAndWithinThem(
      @ForAll @net.jqwik.api.constraints.Size(min = 1, max = 40)
          List<@BigRange(min = "0", max = "2000") BigDecimal> figures) {
    Quartiles found = Quartiles.of(figures);
    BigDecimal least = figures.stream().min(BigDecimal::compareTo).orElseThrow();
    BigDecimal most = figures.stream().max(BigDecimal::compareTo).orElseThrow();
    assertTrue(least.compareTo(found.lower()) <= 0);
    assertTrue(found.lower().compareTo(found.median()) <= 0);
    assertTrue(found.median().compareTo(found.upper()) <= 0);
    assertTrue(found.upper().compareTo(most) <= 0);
  }

  private static Pressure of(String share, Map<String, BigDecimal> moves, BigDecimal above) {
    return Pressure.of(sheet(share), moves, above);
  }

  private static List<BigDecimal> numbers(String... texts) {
    return java.util.Arrays.stream(texts).map(BigDecimal::new).toList();
  }

  private static BigDecimal money(String text) {
    return new BigDecimal(text);
  }
}
