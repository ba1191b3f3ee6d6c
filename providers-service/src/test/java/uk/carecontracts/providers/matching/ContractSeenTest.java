package uk.carecontracts.providers.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractSeenTest {
  private static @Nullable BigDecimal annual(String type, String values, String dates)
      throws JsonProcessingException {
    String state =
        "{\"type\": \"%s\", \"values\": {%s}, \"dates\": {%s}}".formatted(type, values, dates);
    return new ContractSeen(
            UUID.randomUUID(), "E08000009", 1, new ObjectMapper().readTree(state), List.of())
        .annual();
  }

  private static String amount(String name, String pounds) {
    return "\"%s\": {\"amount\": %s, \"currency\": \"GBP\"}".formatted(name, pounds);
  }

  /** 146,100 over 1,461 days is 100 a day, 36,525 for a year of 365.25 days. */
  @ParameterizedTest
  @CsvSource({
    "2024-04-01,2028-03-31,146100,36525.00",
    "2026-04-01,2026-06-30,900,900.00",
    "2026-04-01,2027-03-31,12000,12000.00",
    "2026-04-01,2029-03-31,100000,33325.73"
  })
  void aTotalIsSpreadOverItsTerm(String start, String end, String total, BigDecimal year)
      throws JsonProcessingException {
    String dates = "\"start\": \"%s\", \"end\": \"%s\"".formatted(start, end);
    assertEquals(year, annual("BLOCK", amount("total", total), dates));
  }

  @Test
  void whatIsStatedComesFirstAndACeilingIsNeverSpread() throws JsonProcessingException {
    String term = "\"start\": \"2024-04-01\", \"end\": \"2028-03-31\"";
    String both = amount("total", "146100") + ", " + amount("annual", "40000");
    assertEquals(new BigDecimal("40000"), annual("BLOCK", both, term));
    assertEquals(null, annual("FRAMEWORK", amount("total", "146100"), term));
    assertEquals(null, annual("BLOCK", amount("total", "146100"), "\"start\": \"2024-04-01\""));
  }
}
