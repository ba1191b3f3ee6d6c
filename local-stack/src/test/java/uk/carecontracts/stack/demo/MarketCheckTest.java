package uk.carecontracts.stack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.carecontracts.stack.demo.MarketCheck.Holding;

class MarketCheckTest {
  private static Holding holding(String owner, long units) {
    return new Holding(owner, BigInteger.valueOf(units));
  }

  @Test
  void pairsOfUnitsOfOneOwnerGiveTheIndex() {
    // Shares of 50, 30 and 20 %: 2,500 + 900 + 400.
    assertEquals(
        BigInteger.valueOf(3800),
        MarketCheck.index(
            List.of(holding("A", 30), holding("B", 30), holding("A", 20), holding("C", 20))));
    assertEquals(BigInteger.valueOf(10_000), MarketCheck.index(List.of(holding("A", 7))));
    assertEquals(BigInteger.ZERO, MarketCheck.index(List.of()));
  }
}
