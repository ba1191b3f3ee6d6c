package uk.carecontracts.kit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.Problem.Violation;

class JsonFaultsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A type that trusts its values. */
  record Trusting(List<String> names) {
    Trusting {
      names = List.copyOf(names);
    }
  }

  private static Violation fault(String text, Class<?> type) {
    return JsonFaults.explain(
        assertThrows(JsonProcessingException.class, () -> JSON.readValue(text, type)));
  }

  @Test
  void anAmountWithoutANumberOrCurrencySaysWhatItNeeds() {
    String needed = "An amount of money has both an amount and a currency, such as 12.50 and GBP";
    assertEquals(needed, fault("{\"amount\": null, \"currency\": \"GBP\"}", Money.class).message());
    assertEquals(needed, fault("{\"amount\": 12.5}", Money.class).message());
  }

  @Test
  void whatATypeDidNotLookForIsNotToldInTheWordsOfItsCode() {
    assertEquals("A value that is needed here is missing.", fault("{}", Trusting.class).message());
  }
}
