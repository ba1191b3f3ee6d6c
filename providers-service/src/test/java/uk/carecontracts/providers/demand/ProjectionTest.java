package uk.carecontracts.providers.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.kit.imports.ImportFileException;

class ProjectionTest {

  private static final String HERE = "E08000009";
  private static final String THERE = "E08000002";

  @Test
  void peopleTimesRatesAreTheVolumeAndCapacityLeavesAGap() {
    // 5,000 × 62.5 ‰ + 20,000 × 5 ‰ = 312.5 + 100 = 412.5; less 350 beds: 62.5 are missing.
    Projection.Volume volume = Projection.of(inputs(List.of())).get(0);
    assertEquals(new BigDecimal("412.50"), volume.shown().demand());
    assertEquals(new BigDecimal("62.50"), volume.shown().capacityGap());
    assertNull(volume.contractedGap());
  }

  @Test
  void anAdjustmentCountsByTheDaysOfTheYearOnWhichItIsInForce() {
    Adjustment half = percent("-10", LocalDate.of(2030, 7, 1), null);
    // 184 of 365 days: 412.5 × (1 − 10 % × 184 ÷ 365) = 391.71.
    assertEquals(
        new BigDecimal("391.71"), Projection.of(inputs(List.of(half))).get(0).shown().demand());
    assertEquals(0, BigDecimal.ONE.compareTo(half.shareOf(2031)));
    assertEquals(0, half.shareOf(2029).signum());
    Adjustment leap = percent("1", LocalDate.of(2028, 2, 29), LocalDate.of(2028, 2, 29));
    assertEquals(
        0,
        BigDecimal.ONE
            .divide(new BigDecimal("366"), java.math.MathContext.DECIMAL128)
            .compareTo(leap.shareOf(2028)));
  }

  @Test
  void unitsAddAndNothingFallsBelowNought() {
    LocalDate start = LocalDate.of(2030, 1, 1);
    Adjustment more =
        new Adjustment(
            "SCHEME", "Scheme", null, new BigDecimal("20"), start, null, HERE, null, "r", "s");
    assertEquals(
        new BigDecimal("432.50"), Projection.of(inputs(List.of(more))).get(0).shown().demand());
    Adjustment less =
        new Adjustment(
            "SCHEME", "Scheme", null, new BigDecimal("-900"), start, null, HERE, null, "r", "s");
    assertEquals(0, Projection.of(inputs(List.of(less))).get(0).demand().signum());
  }

  @Test
  void totalsAreKnownWhenEveryPartIs() {
    ForecastInputs two = twoAreas(List.of(capacity(HERE, 350), capacity(THERE, 50)));
    Projection.Volume total = Projection.totals(Projection.of(two)).get(0);
    assertEquals(new BigDecimal("825.00"), total.shown().demand());
    assertEquals(new BigDecimal("425.00"), total.shown().capacityGap());
    ForecastInputs unknown = twoAreas(List.of(capacity(HERE, 350)));
    assertNull(Projection.totals(Projection.of(unknown)).get(0).capacity());
  }

  @Test
  void aCohortThatNobodyImportedIsNamed() {
    ForecastInputs inputs = inputs(List.of());
    ForecastInputs later =
        new ForecastInputs(
            inputs.areas(),
            2030,
            2031,
            inputs.cohorts(),
            inputs.rates(),
            List.of(),
            List.of(),
            List.of());
    assertEquals(
        List.of("E08000009, 85+, 2031", "E08000009, 65-84, 2031"), Projection.missing(later));
  }

  @Test
  void theAssumptionThatMovesTheGapMostComesFirst() {
    Sensitivity found =
        Sensitivity.of(inputs(List.of()), 2030, null, Sensitivity.Against.CAPACITY, BigDecimal.TEN);
    assertNotNull(found);
    assertEquals(new BigDecimal("62.50"), found.gap());
    Sensitivity.Effect capacity = found.assumptions().get(0);
    assertEquals("Capacity", capacity.assumption());
    assertEquals(new BigDecimal("97.50"), capacity.gapWhenLower());
    assertEquals(new BigDecimal("27.50"), capacity.gapWhenHigher());
    assertEquals(new BigDecimal("70.00"), capacity.swing());
    assertEquals(new BigDecimal("-5.60"), capacity.elasticity());
    Sensitivity.Effect oldest = found.assumptions().get(1);
    assertEquals("Population 85+", oldest.assumption());
    assertEquals(new BigDecimal("62.50"), oldest.swing());
    assertEquals(new BigDecimal("5.00"), oldest.elasticity());
    assertEquals(7, found.assumptions().size());
    assertNull(
        Sensitivity.of(
            inputs(List.of()), 2030, null, Sensitivity.Against.CONTRACTED, BigDecimal.TEN));
  }

  @Property(tries = 100)
  void moreOfAnythingThatNeedsCareIsNeverALesserGap(
      @ForAll @IntRange(min = 0, max = 100_000) int people,
      @ForAll @IntRange(min = 0, max = 1000) int rate,
      @ForAll @IntRange(min = -100, max = 200) int percent,
      @ForAll @IntRange(min = 1, max = 100) int change) {
    ForecastInputs inputs =
        one(
            List.of(new Cohort(HERE, "85+", 2030, BigDecimal.valueOf(people))),
            List.of(rate("85+", Integer.toString(rate))),
            List.of(percent(Integer.toString(percent), LocalDate.of(2030, 3, 1), null)));
    Sensitivity found =
        Sensitivity.of(
            inputs, 2030, HERE, Sensitivity.Against.CAPACITY, BigDecimal.valueOf(change));
    assertNotNull(found);
    for (Sensitivity.Effect effect : found.assumptions()) {
      boolean need =
          !effect.assumption().equals("Capacity") && !effect.assumption().startsWith("Adjustment");
      assertTrue(
          !need || effect.gapWhenHigher().compareTo(effect.gapWhenLower()) >= 0, effect::toString);
    }
    assertTrue(Projection.of(inputs).get(0).demand().signum() >= 0);
  }

  @Test
  void aPopulationTableIsReadInEitherLayout() throws CohortColumns.BadCell {
    CohortColumns wide =
        CohortColumns.of(List.of("\ufeffArea Code", "Age_Band", "2030", "2035", "Note"), "");
    assertEquals(
        List.of(
            new Cohort(HERE, "65-69", 2030, new BigDecimal("12345")),
            new Cohort(HERE, "65-69", 2035, new BigDecimal("13000.5"))),
        wide.read(List.of(HERE, "65 – 69", "12,345", "13000.5", "")));
    CohortColumns tall = CohortColumns.of(List.of("area", "ageBand", "year", "people"), "");
    assertEquals(
        List.of(new Cohort(HERE, "90+", 2030, new BigDecimal("7"))),
        tall.read(List.of(HERE, "90+", "2030", "7")));
    CohortColumns ofOneArea = CohortColumns.of(List.of("Age", "2030", "2035"), HERE);
    assertEquals(
        List.of(
            new Cohort(HERE, "75-79", 2030, new BigDecimal("8100")),
            new Cohort(HERE, "75-79", 2035, new BigDecimal("8900"))),
        ofOneArea.read(List.of("People aged 75-79", "8,100", "8,900")));
    assertThrows(ImportFileException.class, () -> CohortColumns.of(List.of("area", "people"), ""));
  }

  @ParameterizedTest
  @CsvSource({
    "Trafford, 85+, 2030, 7, area",
    "E08000009, '', 2030, 7, ageBand",
    "E08000009, 85+, soon, 7, year",
    "E08000009, 85+, 2030, many, people"
  })
  void aCellThatCannotBeUsedIsNamed(
      String area, String band, String year, String people, String column) {
    CohortColumns columns = CohortColumns.of(List.of("area", "ageBand", "year", "people"), "");
    CohortColumns.BadCell bad =
        assertThrows(
            CohortColumns.BadCell.class,
            () -> columns.read(new ArrayList<>(List.of(area, band, year, people))));
    assertEquals(column, bad.column());
  }

  private static ForecastInputs inputs(List<Adjustment> adjustments) {
    return one(
        List.of(
            new Cohort(HERE, "85+", 2030, new BigDecimal("5000")),
            new Cohort(HERE, "65-84", 2030, new BigDecimal("20000"))),
        List.of(rate("85+", "62.5"), rate("65-84", "5")),
        adjustments);
  }

  private static ForecastInputs one(
      List<Cohort> cohorts, List<UsageRate> rates, List<Adjustment> adjustments) {
    return new ForecastInputs(
        List.of(HERE),
        2030,
        2030,
        cohorts,
        rates,
        adjustments,
        List.of(capacity(HERE, 350)),
        List.of());
  }

  private static ForecastInputs twoAreas(List<AreaVolume> capacity) {
    ForecastInputs here = inputs(List.of());
    List<Cohort> cohorts = new ArrayList<>(here.cohorts());
    here.cohorts()
        .forEach(each -> cohorts.add(new Cohort(THERE, each.ageBand(), 2030, each.people())));
    return new ForecastInputs(
        List.of(HERE, THERE), 2030, 2030, cohorts, here.rates(), List.of(), capacity, List.of());
  }

  private static AreaVolume capacity(String area, int beds) {
    return new AreaVolume(area, BigDecimal.valueOf(beds), "Register");
  }

  private static UsageRate rate(String band, String perThousand) {
    return new UsageRate(band, new BigDecimal(perThousand), BigDecimal.ONE, "Case records");
  }

  private static Adjustment percent(String percent, LocalDate from, @Nullable LocalDate to) {
    return new Adjustment(
        "REABLEMENT",
        "Reablement",
        new BigDecimal(percent),
        null,
        from,
        to,
        null,
        null,
        "reason",
        "source");
  }
}
