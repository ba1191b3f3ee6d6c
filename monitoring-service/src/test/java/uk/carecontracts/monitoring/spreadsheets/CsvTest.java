package uk.carecontracts.monitoring.spreadsheets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void numbers_are_written_out_and_text_is_no_formula() {
    String text =
        Csv.of(
            List.of("large", "small", "negative", "text", "none"),
            List.of("=1+1"),
            row ->
                Csv.line(
                    new BigDecimal("1E+3"),
                    new BigDecimal("0.0000001"),
                    new BigDecimal("-2.50"),
                    row,
                    null));

    assertEquals("large,small,negative,text,none\r\n1000,0.0000001,-2.50,'=1+1,\r\n", text);
  }
}
