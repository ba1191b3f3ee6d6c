package uk.carecontracts.contracts.forwardplan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.contracts.calendar.WorkingDays;
import uk.carecontracts.contracts.forwardplan.PlanEntry.Milestone;
import uk.carecontracts.contracts.forwardplan.PlanEntry.MilestoneStatus;
import uk.carecontracts.contracts.options.DecisionKind;
import uk.carecontracts.kit.problem.RuleViolation;

class BackScheduleTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate END = LocalDate.of(2029, 3, 31);
  private static final Decision ENDING = new Decision(DecisionKind.END, END);
  private static final WorkingDays WEEKS = new WorkingDays(Set.of());
  private static final UUID ID = new UUID(7, 7);

  private static PolicyTerms standard() {
    try (InputStream in =
        BackScheduleTest.class.getResourceAsStream("/forwardplan/default-policy.json")) {
      return new ObjectMapper().findAndRegisterModules().readValue(in, PolicyTerms.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PlannedContract worth(String pounds) {
    return new PlannedContract(
        ID,
        "E10000017",
        "C-1",
        "Homecare",
        "Adults",
        "BLOCK",
        "HOMECARE",
        List.of("OLDER_PEOPLE"),
        List.of("321014"),
        "North",
        new BigDecimal(pounds),
        BigDecimal.ZERO);
  }

  private static PlanRecord untouched() {
    return PlanRecord.untouched("E10000017", ID);
  }

  private static BackSchedule on(LocalDate day) {
    return new BackSchedule(standard(), WEEKS, day);
  }

  @ParameterizedTest
  @CsvSource({
    "1000000.00, true, 24, 2027-03-31",
    "999999.99, false, 12, 2028-03-31",
    "0, false, 12, 2028-03-31"
  })
  void a_major_contract_begins_24_months_before_its_end_another_12(
      String total, boolean major, int months, LocalDate starts) {
    PlanEntry entry = on(TODAY).entry(worth(total), ENDING, untouched());
    assertEquals(major, entry.major());
    assertEquals(months, entry.leadInMonths());
    assertEquals(starts, entry.leadInStarts());
    assertEquals("MARKET_ASSESSMENT", entry.milestones().get(0).code());
  }

  @Test
  void a_lead_in_that_falls_on_a_weekend_starts_on_the_working_day_before() {
    Decision decision = new Decision(DecisionKind.END, LocalDate.of(2029, 3, 3));
    assertEquals(
        LocalDate.of(2028, 3, 3),
        on(TODAY).entry(worth("5"), decision, untouched()).leadInStarts());
    Decision sunday = new Decision(DecisionKind.END, LocalDate.of(2029, 3, 5));
    assertEquals(
        LocalDate.of(2028, 3, 3), on(TODAY).entry(worth("5"), sunday, untouched()).leadInStarts());
  }

  @ParameterizedTest
  @CsvSource({
    "2027-02-01, PLANNED, GREEN, 0",
    "2027-03-03, DUE_SOON, AMBER, 0",
    "2027-03-31, DUE_SOON, AMBER, 0",
    "2027-04-01, LATE, AMBER, 1",
    "2027-04-14, LATE, AMBER, 10",
    "2027-04-15, LATE, RED, 11"
  })
  void a_step_turns_amber_when_near_and_red_after_ten_working_days(
      LocalDate today, MilestoneStatus status, Rag rag, int late) {
    PlanEntry entry = on(today).entry(worth("2000000"), ENDING, untouched());
    Milestone first = entry.milestones().get(0);
    assertEquals(status, first.status());
    assertEquals(rag, first.rag());
    assertEquals(late, first.workingDaysLate());
    assertEquals(rag, entry.rag());
    assertEquals(late, entry.workingDaysLate());
  }

  @Test
  void a_taken_step_keeps_how_late_it_was_and_is_green_again() {
    LocalDate taken = LocalDate.of(2027, 4, 7);
    PlanRecord record = untouched().took(ENDING, "MARKET_ASSESSMENT", taken, "Report 12");
    PlanEntry entry = on(LocalDate.of(2027, 4, 20)).entry(worth("2000000"), ENDING, record);
    assertEquals(MilestoneStatus.DONE, entry.milestones().get(0).status());
    assertEquals(5, entry.milestones().get(0).workingDaysLate());
    assertEquals(Rag.GREEN, entry.rag());
    assertThrows(RuleViolation.class, () -> record.took(ENDING, "MARKET_ASSESSMENT", taken, null));
    assertThrows(
        RuleViolation.class, () -> record.moving(ENDING, "MARKET_ASSESSMENT", taken, "why"));
  }

  @Test
  void a_moved_step_says_where_it_was_and_why() {
    LocalDate to = LocalDate.of(2027, 6, 1);
    PlanRecord record =
        untouched().moving(ENDING, "MARKET_ASSESSMENT", to, "Waiting for the strategy");
    Milestone step =
        on(TODAY).entry(worth("2000000"), ENDING, record).milestones().stream()
            .filter(m -> m.code().equals("MARKET_ASSESSMENT"))
            .findFirst()
            .orElseThrow();
    assertEquals(to, step.due());
    assertEquals(LocalDate.of(2027, 3, 31), step.scheduled());
    assertEquals("Waiting for the strategy", step.moveReason());
  }

  @Test
  void moving_an_award_behind_mobilisation_clashes_and_back_does_not() {
    ContractDecision contract = new ContractDecision(worth("2000000"), ENDING, untouched());
    WhatIf.Answer answer =
        WhatIf.of(
            new WhatIf.Request(
                List.of(new WhatIf.Trial(ID, DecisionKind.END, "AWARD", LocalDate.of(2029, 3, 1)))),
            List.of(contract),
            on(TODAY));
    assertEquals(
        List.of(Clash.Kind.OUT_OF_ORDER), answer.newClashes().stream().map(Clash::kind).toList());
    assertTrue(answer.resolvedClashes().isEmpty());
    WhatIf.Answer shorter =
        WhatIf.of(
            new WhatIf.Request(
                List.of(new WhatIf.Trial(ID, DecisionKind.END, null, LocalDate.of(2027, 3, 31)))),
            List.of(contract),
            on(TODAY));
    assertTrue(
        shorter.newClashes().stream().allMatch(c -> c.kind() == Clash.Kind.IN_THE_PAST),
        shorter.newClashes()::toString);
    assertFalse(shorter.newClashes().isEmpty());
  }

  @Test
  void two_tenders_of_one_category_ask_the_same_suppliers_at_once() {
    PlannedContract other =
        new PlannedContract(
            new UUID(8, 8),
            "E10000017",
            "C-2",
            "Homecare south",
            "Adults",
            "BLOCK",
            "HOMECARE",
            List.of(),
            List.of("321014"),
            "South",
            new BigDecimal("2000000"),
            BigDecimal.ZERO);
    List<ContractDecision> plan =
        List.of(
            new ContractDecision(worth("2000000"), ENDING, untouched()),
            new ContractDecision(
                other,
                new Decision(DecisionKind.END, END.plusDays(14)),
                PlanRecord.untouched("E10000017", other.id())));
    List<Clash> clashes =
        new Clashes(on(TODAY), WhatIf.categories(plan))
            .of(
                plan.stream()
                    .map(each -> on(TODAY).entry(each.contract(), each.decision(), each.record()))
                    .toList());
    assertEquals(
        List.of(List.of("C-1", "C-2")),
        clashes.stream()
            .filter(c -> c.kind() == Clash.Kind.SAME_MARKET)
            .map(Clash::references)
            .toList());
  }

  @Property
  void steps_are_worked_in_order_and_before_the_decision(
      @ForAll @IntRange(max = 5000) int days, @ForAll boolean major) {
    Decision decision = new Decision(DecisionKind.END, TODAY.plusDays(days));
    PlanEntry entry = on(TODAY).entry(worth(major ? "1000000" : "1"), decision, untouched());
    LocalDate before = LocalDate.MIN;
    for (Milestone step : entry.milestones()) {
      assertTrue(WEEKS.isWorkingDay(step.due()), step::toString);
      assertFalse(step.due().isBefore(before));
      assertFalse(step.due().isAfter(decision.day()));
      before = step.due();
    }
    assertEquals(7, entry.milestones().size());
    assertEquals(
        entry.milestones().stream().map(Milestone::rag).reduce(Rag.GREEN, Rag::or), entry.rag());
  }
}
