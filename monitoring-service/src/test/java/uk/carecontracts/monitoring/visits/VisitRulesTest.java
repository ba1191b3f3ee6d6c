package uk.carecontracts.monitoring.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitRulesTest {
  private static final VisitTerms FIFTEEN =
      new VisitTerms(
          "SHARED", null, LocalDate.of(2010, 1, 1), 15, 15, new BigDecimal("80"), "test", 1);

  static Map<String, String> delivered(String start, String end) {
    Map<String, String> cells = new HashMap<>();
    cells.put("visitId", "V1");
    cells.put("contractReference", "HC-1");
    cells.put("person", "P1");
    cells.put("carers", "C1; C2;C1");
    cells.put("plannedStart", "2026-10-05T08:00:00Z");
    cells.put("plannedMinutes", "30");
    cells.put("actualStart", start);
    cells.put("actualEnd", end);
    cells.put("status", "delivered");
    return cells;
  }

  private static VisitReport read(Map<String, String> cells) {
    return VisitLine.read(cells::get);
  }

  @ParameterizedTest
  @CsvSource({
    "07:45:00, true",
    "07:44:59, false",
    "08:00:00, true",
    "08:15:00, true",
    "08:15:01, false"
  })
  void a_visit_is_on_time_within_the_tolerance_both_bounds_included(String start, boolean onTime) {
    VisitReport visit = read(delivered("2026-10-05T" + start + "Z", "2026-10-05T09:00:00Z"));

    assertEquals(onTime, FIFTEEN.onTime(visit));
  }

  @ParameterizedTest
  @CsvSource({"24, 24, false", "23, 23, true", "30, 30, false", "45, 45, false"})
  void a_visit_is_short_below_four_fifths_of_its_minutes(int end, int minutes, boolean isShort) {
    VisitReport visit =
        read(delivered("2026-10-05T08:00:00Z", "2026-10-05T08:%02d:59Z".formatted(end)));

    assertEquals(minutes, visit.minutesDelivered());
    assertEquals(isShort, FIFTEEN.shortened(visit));
  }

  @Test
  void terms_of_the_contract_come_before_those_of_the_authority_and_the_shared() {
    UUID contract = UUID.randomUUID();
    VisitTerms usual = terms("E10000008", null, "2026-01-01", 20);
    VisitTerms own = terms("E10000008", contract, "2026-04-01", 30);
    TermsBook book = new TermsBook(List.of(FIFTEEN, usual, own));

    assertEquals(15, book.at(contract, LocalDate.of(2025, 12, 31)).minutesLate());
    assertEquals(20, book.at(contract, LocalDate.of(2026, 3, 31)).minutesLate());
    assertEquals(30, book.at(contract, LocalDate.of(2026, 4, 1)).minutesLate());
    assertEquals(20, book.at(UUID.randomUUID(), LocalDate.of(2026, 4, 1)).minutesLate());
  }

  private static VisitTerms terms(String authority, UUID contract, String from, int minutes) {
    return new VisitTerms(
        authority,
        contract,
        LocalDate.parse(from),
        minutes,
        minutes,
        new BigDecimal("80"),
        "test",
        1);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-05T08:00:00Z, 2026-10-05T08:00:00Z",
    "2026-10-05T08:00Z, 2026-10-05T08:00:00Z",
    "2026-07-05 08:00, 2026-07-05T07:00:00Z",
    "2026-12-05 08:00:30, 2026-12-05T08:00:30Z",
    "2026-07-05T08:00:00+01:00, 2026-07-05T07:00:00Z",
    "2026-07-05T08:00:00.250Z, 2026-07-05T08:00:00.250Z"
  })
  void times_are_read_with_an_offset_or_as_london_time(String text, String instant) {
    assertEquals(Instant.parse(instant), VisitTimes.read("plannedStart", text));
  }

  @Test
  void a_visit_just_after_midnight_in_london_lies_in_the_month_of_the_london_day() {
    assertEquals(LocalDate.of(2026, 7, 1), VisitTimes.day(Instant.parse("2026-06-30T23:30:00Z")));
    assertEquals(LocalDate.of(2026, 12, 31), VisitTimes.day(Instant.parse("2026-12-31T23:30:00Z")));
  }

  @Test
  void carers_named_twice_came_once() {
    assertEquals(
        List.of("C1", "C2"),
        read(delivered("2026-10-05T08:00:00Z", "2026-10-05T08:30:00Z")).carers());
  }

  @ParameterizedTest
  @CsvSource({
    "visitId, ''",
    "plannedStart, yesterday",
    "plannedStart, 2026-13-05T08:00:00Z",
    "plannedMinutes, 0",
    "plannedMinutes, half an hour",
    "actualStart, ''",
    "actualEnd, 2026-10-05T07:00:00Z",
    "actualEnd, 2026-10-07T09:00:00Z",
    "status, DONE",
    "providerId, 12",
    "preferenceMet, perhaps",
    "person, ' '",
    "recordedAt, 1999-01-01T00:00:00Z"
  })
  void a_fault_names_its_field(String field, String value) {
    Map<String, String> cells = delivered("2026-10-05T08:00:00Z", "2026-10-05T08:30:00Z");
    cells.put(field, value);

    VisitFault fault = assertThrows(VisitFault.class, () -> read(cells));

    assertEquals(field, fault.field());
  }

  @Test
  void a_missed_visit_has_no_actual_times_and_is_never_on_time() {
    Map<String, String> cells = delivered("", "");
    cells.put("status", "MISSED");
    VisitReport missed = read(cells);

    assertFalse(FIFTEEN.onTime(missed));
    assertFalse(FIFTEEN.shortened(missed));
    assertEquals(0, missed.minutesDelivered());
    cells.put("actualStart", "2026-10-05T08:00:00Z");
    assertTrue(assertThrows(VisitFault.class, () -> read(cells)).getMessage().contains("not made"));
  }
}
