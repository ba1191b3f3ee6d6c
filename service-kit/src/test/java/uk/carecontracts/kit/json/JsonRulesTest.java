package uk.carecontracts.kit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRulesTest {
  private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

  JsonRulesTest() {
    new JsonRules().customize(json);
  }

  @Test
  void aDayIsReadWhenItsYearHasFourDigits() throws JsonProcessingException {
    assertEquals(LocalDate.of(2024, 2, 29), json.readValue("\"2024-02-29\"", LocalDate.class));
    assertEquals(LocalDate.of(9999, 12, 31), json.readValue("\"9999-12-31\"", LocalDate.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0026-04-01", "0000-01-01", "-0001-01-01", "+12025-01-01"})
  void aDayThatCannotBeWrittenIsRefused(String text) {
    InvalidFormatException refused =
        assertThrows(
            InvalidFormatException.class, () -> json.readValue('"' + text + '"', LocalDate.class));
    assertEquals(LocalDate.class, refused.getTargetType());
  }
}
