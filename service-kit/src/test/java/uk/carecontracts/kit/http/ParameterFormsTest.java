package uk.carecontracts.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.ext.ParamConverter;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.carecontracts.kit.problem.ProblemException;

class ParameterFormsTest {
  private static BigDecimal number(String text) {
    ParamConverter<BigDecimal> converter =
        new ParameterForms().getConverter(BigDecimal.class, BigDecimal.class, new Annotation[0]);
    return Optional.ofNullable(converter).orElseThrow().fromString(text);
  }

  private static LocalDate day(String text) {
    ParamConverter<LocalDate> converter =
        new ParameterForms().getConverter(LocalDate.class, LocalDate.class, new Annotation[0]);
    return Optional.ofNullable(converter).orElseThrow().fromString(text);
  }

  @Test
  void a_day_has_a_year_of_four_digits() {
    assertEquals(LocalDate.of(2024, 2, 29), day("2024-02-29"));
    assertEquals(LocalDate.of(9999, 12, 31), day("9999-12-31"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-02-29", "0026-04-01", "0000-01-01", "-0001-01-01", "+12025-01-01"})
  void what_is_no_day_or_no_database_can_read_is_refused(String text) {
    ProblemException refused = assertThrows(ProblemException.class, () -> day(text));
    assertTrue(String.valueOf(refused.getMessage()).contains("a date such as 2026-04-01"));
  }

  @Test
  void a_number_is_read_exactly() {
    assertEquals(new BigDecimal("-12.50"), number("-12.50"));
    assertEquals(new BigDecimal("1E+3"), number("1e3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E999999999", "1E2147483647", "-1E31", "1E-999999999", "twelve", ""})
  void what_is_no_number_or_takes_a_gigabyte_to_write_out_is_refused(String text) {
    ProblemException refused = assertThrows(ProblemException.class, () -> number(text));
    assertTrue(String.valueOf(refused.getMessage()).contains("a number such as 12.50"));
  }
}
