package uk.carecontracts.contracts.duties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.contracts.calendar.WorkingDays;
import uk.carecontracts.contracts.spend.LargePayments;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.Regime;
import uk.carecontracts.kit.money.Money;

class DutyClockTest {
  private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();
  private static final LocalDate ACT = LocalDate.of(2025, 2, 24);
  private static final WorkingDays CALENDAR =
      new WorkingDays(Set.of(LocalDate.of(2026, 4, 6), LocalDate.of(2026, 5, 4)));
  private static final RuleBook BOOK =
      new RuleBook(
          List.of(
              rule("DETAILS", Regime.FULL_ACT, DutyTrigger.ENTRY, 30, DutyUnit.DAYS, "BIG"),
              rule(
                  "AWARD",
                  Regime.FULL_ACT,
                  DutyTrigger.BEFORE_ENTRY,
                  8,
                  DutyUnit.WORKING_DAYS,
                  null),
              rule("YEARLY", Regime.FULL_ACT, DutyTrigger.ANNIVERSARY, 12, DutyUnit.MONTHS, null),
              rule("CHANGE", Regime.FULL_ACT, DutyTrigger.CHANGE, 0, DutyUnit.DAYS, null),
              rule(
                  "FAILED",
                  Regime.FULL_ACT,
                  DutyTrigger.PERFORMANCE_FAILURE,
                  30,
                  DutyUnit.DAYS_BEGINNING_WITH,
                  "BIG"),
              rule("PAID", Regime.FULL_ACT, DutyTrigger.PAYMENT_QUARTER, 30, DutyUnit.DAYS, "BIG"),
              rule(
                  "CODE", Regime.FULL_ACT, DutyTrigger.QUARTER_OF_ENTRY, 1, DutyUnit.MONTHS, null)),
          List.of(
              new Threshold("BIG", new BigDecimal("214904"), LocalDate.of(2024, 1, 1), null, "s"),
              new Threshold("BIG", new BigDecimal("207720"), LocalDate.of(2026, 1, 1), null, "s")),
          List.of());

  private static DutyRule rule(
      String code,
      Regime regime,
      DutyTrigger trigger,
      int amount,
      DutyUnit unit,
      @Nullable String threshold) {
    return new DutyRule(
        code,
        regime,
        ACT,
        null,
        null,
        code,
        trigger,
        amount,
        unit,
        threshold,
        null,
        List.of(),
        null,
        false,
        BigDecimal.TEN,
        new BigDecimal("30000"),
        "s",
        "READ");
  }

  private static ContractFacts contract(String award, String total, String more)
      throws JsonProcessingException {
    ContractState state =
        JSON.readValue(
            """
            {"id":"0191d3c5-0000-7000-8000-000000000000","authority":"E10000017","reference":"r",
             "title":"t","regime":"FULL_ACT","status":"ACTIVE",
             "values":{"total":{"amount":%s,"currency":"GBP"}},
             "dates":{"award":"%s","start":"2026-05-04","end":"2029-05-03"%s},"version":1}"""
                .formatted(total, award, more),
            ContractState.class);
    return new ContractFacts(state, LocalDate.of(2026, 3, 1), null);
  }

  private static List<Duty> duties(ContractFacts facts, String code) {
    return new DutyClock(BOOK, CALENDAR)
        .of(facts).stream().filter(d -> d.rule().code().equals(code)).toList();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "2026-03-01, 300000, '', 2026-06-03",
        "2026-03-01, 300000, ',\"signature\":\"2026-04-20\"', 2026-05-20",
        "2026-03-01, 207719.99, '', none",
        "2026-03-01, 207720, '', 2026-06-03",
        "2025-12-31, 207720, '', none",
        "2025-02-23, 300000, '', none"
      })
  void the_rule_and_the_threshold_of_the_day_of_award_decide(
      String award, String total, String more, @Nullable LocalDate due) throws Exception {
    Duty duty = duties(contract(award, total, more), "DETAILS").get(0);
    assertEquals(due, duty.dueOn());
    assertFalse(duty.reason().isBlank());
  }

  @Test
  void eight_working_days_before_a_bank_holiday_monday_are_a_tuesday() throws Exception {
    Duty duty = duties(contract("2026-03-01", "300000", ""), "AWARD").get(0);
    assertEquals(LocalDate.of(2026, 4, 21), duty.dueOn());
  }

  @Test
  void a_contract_of_three_years_to_the_day_before_has_two_anniversaries() throws Exception {
    assertEquals(
        List.of(LocalDate.of(2027, 5, 4), LocalDate.of(2028, 5, 4)),
        duties(contract("2026-03-01", "300000", ""), "YEARLY").stream().map(Duty::dueOn).toList());
  }

  @Test
  void the_register_is_due_a_month_after_the_quarter() throws Exception {
    assertEquals(
        LocalDate.of(2026, 7, 30),
        duties(contract("2026-03-01", "300000", ""), "CODE").get(0).dueOn());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "10, none, false, true, false",
        "10.01, none, false, true, true",
        "-12, none, false, true, true",
        "none, 10.01, false, true, true",
        "none, none, true, true, true",
        "none, none, true, false, false",
        "none, none, false, true, false"
      })
  void a_change_above_a_tenth_or_a_novation_needs_notice(
      @Nullable BigDecimal value,
      @Nullable BigDecimal term,
      boolean novation,
      boolean open,
      boolean needed)
      throws Exception {
    LocalDate day = LocalDate.of(2027, 1, 1);
    ContractChanged change =
        new ContractChanged(
            UUID.randomUUID(),
            day,
            open,
            novation,
            value,
            term,
            new ContractChanged.Together(0, value, term));
    Duty duty =
        new DutyClock(BOOK, CALENDAR).of(contract("2026-03-01", "300000", ""), change).get(0);
    assertEquals(needed ? day : null, duty.dueOn());
  }

  private static ChangeFacts rise(int number, int from, int to, boolean open) {
    return new ChangeFacts(
        new UUID(0, number),
        LocalDate.of(2027, number, 1),
        open,
        false,
        BigDecimal.valueOf(from),
        BigDecimal.valueOf(to),
        null,
        null);
  }

  private static List<Boolean> notices(ChangeFacts... changes) {
    return ChangeSeries.of(LocalDate.of(2026, 4, 1), BigDecimal.TEN, List.of(changes)).stream()
        .map(each -> each.needsNotice(BigDecimal.TEN))
        .toList();
  }

  @Test
  void small_changes_add_up_until_a_notice_is_due_and_then_begin_anew() {
    assertEquals(
        List.of(false, true, false),
        notices(
            rise(1, 100_000, 106_000, true),
            rise(2, 106_000, 112_000, true),
            rise(3, 112_000, 118_000, true)));
    assertEquals(
        List.of(false, false, false),
        notices(
            rise(1, 100_000, 106_000, true),
            rise(2, 106_000, 112_000, false),
            rise(3, 106_000, 110_000, true)),
        "a withdrawn change does not count, and ten percent exactly is no more than ten");
    assertEquals(
        List.of(false, false),
        notices(rise(1, 100_000, 108_000, true), rise(2, 108_000, 99_000, true)),
        "what falls back does not add up");
  }

  @Test
  void days_added_to_the_term_add_up_too_and_the_reason_says_so() {
    LocalDate end = LocalDate.of(2027, 3, 31);
    LocalDate later = end.plusDays(30);
    List<ContractChanged> changes =
        ChangeSeries.of(
            LocalDate.of(2026, 4, 1),
            BigDecimal.TEN,
            List.of(
                new ChangeFacts(
                    new UUID(0, 1), end.minusDays(9), true, false, null, null, end, later),
                new ChangeFacts(
                    new UUID(0, 2), end, true, false, null, null, later, later.plusDays(10))));
    assertFalse(changes.get(0).needsNotice(BigDecimal.TEN));
    assertTrue(changes.get(1).needsNotice(BigDecimal.TEN));
    assertEquals(
        "Its term changes by 2.53 %. With 1 change before it that had no notice: Its term changes by"
            + " 10.96 %.",
        changes.get(1).inWords(BigDecimal.TEN));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none, 300000, none",
        "2026-07-01, 300000, none",
        "2026-04-01, 300000, 2026-07-30",
        "2026-04-01, 200000, none"
      })
  void large_payments_are_notified_after_their_quarter_once_that_is_law(
      @Nullable LocalDate commenced, String total, @Nullable LocalDate due) throws Exception {
    DutyClock clock = new DutyClock(BOOK, CALENDAR);
    ContractFacts facts = contract("2026-03-01", total, "");
    LargePayments.Quarter quarter =
        new LargePayments.Quarter(LocalDate.of(2026, 6, 30), 2, Money.gbp(new BigDecimal("75000")));
    Duty duty =
        clock.of(facts, clock.paymentRule(facts).orElseThrow(), List.of(quarter), commenced).get(0);
    assertEquals(due, duty.dueOn());
    assertEquals("2026-06-30", duty.occurrence());
    assertFalse(duty.reason().isBlank());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "300000, none, 2026-07-30",
        "300000, 2026-07-31, 2026-07-30",
        "300000, 2026-07-30, none",
        "200000, none, none"
      })
  void a_failure_is_told_of_in_thirty_days_that_day_counted_unless_the_termination_tells(
      String total, @Nullable LocalDate terminatedOn, @Nullable LocalDate due) throws Exception {
    FailureFacts failure = new FailureFacts(new UUID(0, 7), LocalDate.of(2026, 7, 1), terminatedOn);
    Duty duty = new DutyClock(BOOK, CALENDAR).of(contract("2026-03-01", total, ""), failure).get(0);
    assertEquals(due, duty.dueOn());
    assertEquals(failure.id(), duty.changeId());
    if (due != null) {
      assertEquals(
          "30 days after the failure was established on 2026-07-01, that day counted.",
          duty.reason());
    }
  }

  @Property
  void working_days_end_on_working_days_and_take_longer_than_days(
      @ForAll @IntRange(min = 0, max = 40_000) int from,
      @ForAll @IntRange(min = 1, max = 60) int amount) {
    LocalDate day = LocalDate.ofEpochDay(from);
    LocalDate due = DutyUnit.WORKING_DAYS.after(day, amount, CALENDAR);
    assertTrue(due.getDayOfWeek().getValue() <= 5);
    assertFalse(due.isBefore(DutyUnit.DAYS.after(day, amount, CALENDAR)));
    assertFalse(DutyUnit.WORKING_DAYS.before(day, amount, CALENDAR).isAfter(day.minusDays(amount)));
  }
}
