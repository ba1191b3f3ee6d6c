package uk.carecontracts.providers.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.providers.market.Concentration.Band;
import uk.carecontracts.providers.market.Concentration.Holding;

class ConcentrationTest {

  private static final Concentration.Bands BANDS =
      new Concentration.Bands(
          new TreeMap<>(
              Map.of(
                  Band.UNCONCENTRATED, BigDecimal.ZERO,
                  Band.CONCENTRATED, BigDecimal.valueOf(1000),
                  Band.HIGHLY_CONCENTRATED, BigDecimal.valueOf(2000))),
          "test");

  @ParameterizedTest(name = "{0} gives {1}, {2}")
  @CsvSource({
    "100, 10000, HIGHLY_CONCENTRATED",
    "50 50, 5000, HIGHLY_CONCENTRATED",
    "50 30 20, 3800, HIGHLY_CONCENTRATED",
    "20 20 20 20 20, 2000, CONCENTRATED",
    "10 10 10 10 10 10 10 10 10 10, 1000, UNCONCENTRATED",
    "1 2, 5556, HIGHLY_CONCENTRATED"
  })
  void theIndexIsTheSumOfSquaredShares(String amounts, long hhi, Band band) {
    Concentration result = Concentration.of(holdings(amounts.split(" ")), BANDS);
    assertEquals(hhi, result.hhi());
    assertEquals(band, result.band());
  }

  @Test
  void anEmptyMarketIsInNobodysHands() {
    assertEquals(0, Concentration.of(List.of(), BANDS).hhi());
  }

  @Test
  void theLargestComesFirstWithWhatWasCounted() {
    Concentration result = Concentration.of(holdings("1", "2"), BANDS);
    assertEquals("owner 1", result.owners().get(0).owner());
    assertEquals(new BigDecimal("66.67"), result.owners().get(0).sharePercent());
    assertEquals(List.of("counted 1"), result.owners().get(0).counted());
  }

  @Property
  void theIndexLiesBetweenEvenSharesAndOneAlone(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 100000) Integer> amounts) {
    List<Holding> holdings = holdings(amounts.stream().map(String::valueOf).toArray(String[]::new));
    long hhi = Concentration.of(holdings, BANDS).hhi();
    assertTrue(hhi >= 10000 / amounts.size() - 1 && hhi <= 10000, () -> hhi + " " + amounts);
    Collections.reverse(holdings);
    assertEquals(hhi, Concentration.of(holdings, BANDS).hhi());
  }

  private static List<Holding> holdings(String... amounts) {
    List<Holding> holdings = new ArrayList<>();
    for (int i = 0; i < amounts.length; i++) {
      holdings.add(new Holding("owner " + i, new BigDecimal(amounts[i]), List.of("counted " + i)));
    }
    return holdings;
  }
}
