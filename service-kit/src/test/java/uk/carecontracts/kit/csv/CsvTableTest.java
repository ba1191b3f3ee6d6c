package uk.carecontracts.kit.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.carecontracts.kit.money.Money;

class CsvTableTest {

  private static String cell(Object value) {
    String text = new CsvTable("first", "second").line(value, null).text();
    return text.substring("first,second\r\n".length(), text.length() - ",\r\n".length());
  }

  @Test
  void aTableHasItsHeaderAndALineForEachRow() {
    assertEquals(
        "name,from,home\r\nElm Care,2026-04-01,true\r\n\"Ash, Oak\",,false\r\n",
        new CsvTable("name", "from", "home")
            .line("Elm Care", LocalDate.of(2026, 4, 1), true)
            .line("Ash, Oak", null, false)
            .text());
  }

  @Test
  void numbersAndAmountsAreWrittenOutEvenBelowZero() {
    assertEquals("1000000", cell(new BigDecimal("1E+6")));
    assertEquals("-0.00000001", cell(new BigDecimal("-1E-8")));
    assertEquals("-7", cell(-7));
    assertEquals("349000.00", cell(Money.gbp(new BigDecimal("349000.00"))));
  }

  @Test
  void whatASpreadsheetWouldRunIsText() {
    for (String formula : List.of("=1+1", "+44", "-2", "@sum", "\tx")) {
      assertEquals("'" + formula, cell(formula));
    }
    assertEquals("'=a b", cell(List.of("=a", "b")));
    assertEquals("a=b", cell("a=b"));
  }

  @Test
  void aLineWithMoreOrFewerValuesThanColumnsIsRefused() {
    CsvTable table = new CsvTable("one", "two");
    assertThrows(IllegalArgumentException.class, () -> table.line("alone"));
    assertThrows(IllegalArgumentException.class, () -> table.line(1, 2, 3));
  }
}
