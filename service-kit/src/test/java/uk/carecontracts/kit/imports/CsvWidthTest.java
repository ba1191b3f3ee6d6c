package uk.carecontracts.kit.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvWidthTest {
  @Test
  void columnsAtTheEndCountOnlyUpToTheLastThatHasAName() {
    assertEquals(new CsvWidth(3), CsvWidth.named(List.of("a", "", "c", " ", "")));
    assertEquals(new CsvWidth(0), CsvWidth.named(List.of("", "")));
  }

  @Test
  void aLineHasSlippedWhenSomethingStandsWhereNoColumnIs() {
    CsvWidth two = new CsvWidth(2);
    assertTrue(two.isExceededBy(List.of("1", "234.50", "x")));
    assertTrue(two.isExceededBy(List.of("1", "", " ", "x")));
    assertFalse(two.isExceededBy(List.of("1", "x", " ", "")));
    assertFalse(two.isExceededBy(List.of("1")));
  }
}
