package uk.carecontracts.contracts.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpliftClauseTest {
  private static UpliftClause clause(
      String components,
      @Nullable String floor,
      @Nullable String cap,
      @Nullable String efficiency) {
    List<UpliftClause.Component> parsed =
        Arrays.stream(components.split(" "))
            .map(text -> text.split(":"))
            .map(
                parts ->
                    new UpliftClause.Component(
                        parts[0], new BigDecimal(parts[1]), new BigDecimal(parts[2])))
            .toList();
    return new UpliftClause(parsed, decimal(floor), decimal(cap), decimal(efficiency));
  }

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }

  @ParameterizedTest(name = "{0}, floor {1}, cap {2}, efficiency {3} gives {4} %")
  @CsvSource({
    "CPI:3:40 NLW:10.1:60,        ,  ,    ,    7.26",
    "NLW:6.73:73.7 FIXED:0:26.3,  ,  ,    ,    4.96",
    "CPI:3:40 NLW:10.1:60,        ,  5,   ,    5.00",
    "CPI:3:40 NLW:10.1:60,        ,  ,    1.5, 5.76",
    "CPI:0.5:100,                 1, ,    2,   1.00",
    "CPI:0.5:100,                 ,  ,    2,   -1.50",
    "CPI:9:100,                   2, 4,   3,   4.00"
  })
  void the_deduction_comes_first_then_floor_then_cap(
      String components, String floor, String cap, String efficiency, String expected) {
    Uplift uplift = clause(components, floor, cap, efficiency).apply();
    assertEquals(new BigDecimal(expected), Percent.shown(uplift.percent()));
    assertEquals(
        0,
        uplift.steps().get(uplift.steps().size() - 1).resultPercent().compareTo(uplift.percent()));
  }

  @Test
  void the_new_value_uses_the_exact_percentage_and_rounds_once() {
    Uplift uplift = clause("NLW:6.73:73.7 FIXED:0:26.3", null, null, null).apply();
    assertEquals(new BigDecimal("4.96001"), uplift.percent().stripTrailingZeros());
    assertEquals(new BigDecimal("1049600100.00"), uplift.newValueOf(new BigDecimal("1000000000")));
    assertEquals(
        new BigDecimal("107260.00"),
        clause("CPI:3:40 NLW:10.1:60", null, null, null)
            .apply()
            .newValueOf(new BigDecimal("100000")));
  }

  @Test
  void every_broken_rule_is_reported_at_once() {
    List<String> codes =
        clause("CPI:3:40 NLW:10.1:50", "5", "4", null).breaches().stream()
            .map(Breach::code)
            .toList();
    assertEquals(List.of("WEIGHTS_NOT_100", "FLOOR_ABOVE_CAP"), codes);
  }
}
