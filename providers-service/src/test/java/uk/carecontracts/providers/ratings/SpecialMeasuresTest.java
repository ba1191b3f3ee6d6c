package uk.carecontracts.providers.ratings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SpecialMeasuresTest {

  private static final LocalDate MARCH = LocalDate.of(2024, 3, 1);
  private static final LocalDate JULY = LocalDate.of(2024, 7, 1);
  private static final LocalDate DECEMBER = LocalDate.of(2024, 12, 1);

  @Test
  void anInadequateServiceEntersAtOnce() {
    SpecialMeasures standing =
        SpecialMeasures.asOf(MARCH, List.of(overall(MARCH, Rating.INADEQUATE)));
    assertEquals(new SpecialMeasures(true, MARCH, 1, LocalDate.of(2024, 9, 1)), standing);
  }

  @Test
  void oneInadequateKeyQuestionStartsSixMonthsOfGrace() {
    SpecialMeasures standing = SpecialMeasures.asOf(JULY, List.of(unsafe(MARCH)));
    assertEquals(new SpecialMeasures(false, null, null, LocalDate.of(2024, 9, 1)), standing);
  }

  @Test
  void aKeyQuestionStillInadequateEntersByTheSecondRoute() {
    SpecialMeasures standing = SpecialMeasures.asOf(JULY, List.of(unsafe(JULY), unsafe(MARCH)));
    assertEquals(new SpecialMeasures(true, JULY, 2, LocalDate.of(2025, 1, 1)), standing);
  }

  @Test
  void aReportWithoutInadequateEndsIt() {
    List<Report> reports =
        List.of(overall(MARCH, Rating.INADEQUATE), overall(JULY, Rating.REQUIRES_IMPROVEMENT));
    assertTrue(SpecialMeasures.asOf(JULY.minusDays(1), reports).inForce());
    assertFalse(SpecialMeasures.asOf(JULY, reports).inForce());
  }

  @Test
  void improvingOverallWithAKeyQuestionInadequateDoesNotEndIt() {
    SpecialMeasures standing =
        SpecialMeasures.asOf(DECEMBER, List.of(overall(MARCH, Rating.INADEQUATE), unsafe(JULY)));
    assertEquals(new SpecialMeasures(true, MARCH, 1, LocalDate.of(2025, 1, 1)), standing);
  }

  @Test
  void aReportThatJudgedNothingChangesNothing() {
    List<Report> reports =
        List.of(unsafe(MARCH), overall(JULY, Rating.INSPECTED_BUT_NOT_RATED), unsafe(DECEMBER));
    assertEquals(2, SpecialMeasures.asOf(DECEMBER, reports).route());
  }

  @Test
  void movementsHaveADirectionOnlyBetweenJudgements() {
    assertEquals(Movement.FELL, Movement.between(Rating.GOOD, Rating.INADEQUATE));
    assertEquals(Movement.ROSE, Movement.between(Rating.REQUIRES_IMPROVEMENT, Rating.GOOD));
    assertEquals(Movement.UNCHANGED, Movement.between(null, Rating.GOOD));
    assertEquals(Movement.UNCHANGED, Movement.between(Rating.GOOD, Rating.NOT_RATED));
  }

  @Test
  void spellingsOfBothRegulatorsAreRead() {
    assertEquals(
        Rating.REQUIRES_IMPROVEMENT, Rating.parse("Requires improvement to be good").orElseThrow());
    assertEquals(
        Rating.INSPECTED_BUT_NOT_RATED, Rating.parse("Inspected but not rated").orElseThrow());
    assertTrue(Rating.parse("Splendid").isEmpty());
  }

  @Property
  void theOrderInWhichReportsAreRecordedDoesNotMatter(@ForAll("histories") List<Report> reports) {
    List<Report> reversed = Arrays.asList(reports.toArray(new Report[0]));
    Collections.reverse(reversed);
    assertEquals(
        SpecialMeasures.asOf(LocalDate.MAX, reports),
        SpecialMeasures.asOf(LocalDate.MAX, reversed));
  }

  @Property
  void aServiceInSpecialMeasuresAlwaysHasADateAndARoute(@ForAll("histories") List<Report> reports) {
    SpecialMeasures standing = SpecialMeasures.asOf(LocalDate.MAX, reports);
    assertEquals(standing.inForce(), standing.since() != null);
    assertEquals(standing.inForce(), standing.route() != null);
  }

  @Provide
  Arbitrary<List<Report>> histories() {
    Arbitrary<Report> report =
        Combinators.combine(
                Arbitraries.integers().between(0, 400),
                Arbitraries.of(Rating.values()),
                Arbitraries.of(Rating.values()))
            .as(
                (day, overall, safe) ->
                    new Report(
                        MARCH.plusDays(day),
                        overall,
                        new KeyQuestions(safe, null, null, null, null)));
    return report.list().uniqueElements(Report::published).ofMaxSize(6);
  }

  private static Report overall(LocalDate published, Rating rating) {
    return new Report(published, rating, KeyQuestions.none());
  }

  private static Report unsafe(LocalDate published) {
    return new Report(
        published,
        Rating.REQUIRES_IMPROVEMENT,
        new KeyQuestions(Rating.INADEQUATE, Rating.GOOD, Rating.GOOD, Rating.GOOD, Rating.GOOD));
  }
}
