package uk.carecontracts.contracts.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import uk.carecontracts.contracts.fitness.NewWorkPolicy;
import uk.carecontracts.contracts.terms.Categories;
import uk.carecontracts.contracts.terms.ContractDates;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.contracts.terms.ContractType;
import uk.carecontracts.contracts.terms.ContractValues;
import uk.carecontracts.contracts.terms.Party;
import uk.carecontracts.contracts.terms.PartyRole;
import uk.carecontracts.contracts.terms.Procedure;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.RuleViolation;

class ContractTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final LocalDate START = LocalDate.of(2026, 4, 1);
  private static final LocalDate END = LocalDate.of(2030, 3, 31);
  private static final NewWorkPolicy NOBODY = NewWorkPolicy.clear(START);

  static ContractTerms terms(
      @Nullable ContractType type,
      @Nullable Procedure procedure,
      List<Party> parties,
      @Nullable LocalDate start,
      @Nullable LocalDate end) {
    return new ContractTerms(
        "R-1",
        "Home care",
        "d",
        null,
        null,
        null,
        type,
        null,
        procedure,
        Categories.NONE,
        null,
        List.of(),
        null,
        parties,
        List.of(),
        new ContractValues(Money.gbp("1000.00"), null, null, null),
        new ContractDates(null, null, start, end, null, null),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of());
  }

  private static Party supplier(String name, @Nullable String share) {
    return new Party(
        null,
        PartyRole.LEAD_SUPPLIER,
        name,
        null,
        List.of(),
        null,
        null,
        null,
        share == null ? null : new BigDecimal(share),
        null,
        List.of());
  }

  private static Contract active() {
    Contract contract =
        Contract.draft(
            "E10000017", terms(null, Procedure.DIRECT_AWARD, List.of(), START, END), NOW);
    contract.award(
        new Award(List.of(supplier("A Ltd", null)), START, null, null, null, null), NOBODY, NOW);
    contract.activate(NOBODY, NOW);
    return contract;
  }

  private static String code(Executable step) {
    return assertThrows(RuleViolation.class, step).code();
  }

  @Test
  void a_contract_expires_the_day_after_its_last_day() {
    Contract contract = active();
    assertEquals("NOT_YET_EXPIRED", code(() -> contract.expire(END, NOW)));
    contract.expire(END.plusDays(1), NOW);
    assertEquals(ContractStatus.EXPIRED, contract.status());
    assertEquals("WRONG_STATUS", code(() -> contract.terminate(END, "late", END, NOW)));
    assertEquals("CONTRACT_ENDED", code(() -> contract.amend(contract.terms(), NOW)));
  }

  @Test
  void an_ending_ahead_is_announced_and_one_of_today_counts_at_once() {
    LocalDate today = START.plusDays(30);
    LocalDate lastDay = today.plusMonths(3);
    Contract contract = active();
    assertEquals("NO_ENDING_ANNOUNCED", code(() -> contract.endAsAnnounced(today, NOW)));
    contract.terminate(lastDay.plusDays(5), "By notice", today, NOW);
    contract.terminate(lastDay, "Sooner", today, NOW);
    assertEquals(ContractStatus.ACTIVE, contract.status());
    assertEquals(lastDay, contract.state().lastDay());
    assertEquals("ENDING_ANNOUNCED", code(() -> contract.extend(END.plusYears(1), null, NOW)));
    assertEquals("ENDING_ANNOUNCED", code(() -> contract.breakOff(lastDay, null, NOW)));
    assertEquals("NOT_YET_EXPIRED", code(() -> contract.endAsAnnounced(lastDay, NOW)));
    assertEquals(
        "NO_ENDING_ANNOUNCED", code(() -> contract.withdrawEnding(lastDay.plusDays(1), NOW)));
    contract.endAsAnnounced(lastDay.plusDays(1), NOW);
    assertEquals(ContractStatus.TERMINATED, contract.status());

    Contract other = active();
    other.terminate(today, "Failed", today, NOW);
    assertEquals(ContractStatus.TERMINATED, other.status());
    assertEquals("NO_ENDING_ANNOUNCED", code(() -> other.withdrawEnding(today, NOW)));
  }

  @Test
  void an_active_contract_cannot_lose_what_it_needs() {
    Contract contract = active();
    RuleViolation refused =
        assertThrows(
            RuleViolation.class,
            () -> contract.amend(terms(null, Procedure.DIRECT_AWARD, List.of(), START, null), NOW));
    assertEquals(
        List.of("/parties", "/dates/end"),
        refused.violations().stream().map(v -> v.pointer()).toList());
  }

  @Test
  void an_entry_cannot_end_before_it_starts_and_one_day_is_enough() {
    assertEquals(
        "TERMS_CONTRADICT",
        code(
            () ->
                Contract.draft(
                    "E10000017", terms(null, null, List.of(), START, START.minusDays(1)), NOW)));
    Contract.draft("E10000017", terms(null, null, List.of(), START, START), NOW);
  }

  @Test
  void a_last_day_that_stands_for_no_end_is_refused() {
    assertEquals(
        "TERMS_CONTRADICT",
        code(
            () ->
                Contract.draft(
                    "E10000017",
                    terms(null, null, List.of(), START, LocalDate.of(9999, 12, 31)),
                    NOW)));
    Contract.draft(
        "E10000017", terms(null, null, List.of(), START, LocalDate.of(2199, 12, 31)), NOW);
  }

  @Test
  void shares_of_an_alliance_total_100_where_they_are_stated() {
    List<Party> unfair = List.of(supplier("A", "60"), supplier("B", "39.99"));
    List<Party> fair = List.of(supplier("A", "60"), supplier("B", "40.00"));
    assertEquals(
        "TERMS_CONTRADICT",
        code(
            () ->
                Contract.draft(
                    "E10000017", terms(ContractType.ALLIANCE, null, unfair, null, null), NOW)));
    Contract.draft("E10000017", terms(ContractType.ALLIANCE, null, fair, null, null), NOW);
    Contract.draft("E10000017", terms(ContractType.BLOCK, null, unfair, null, null), NOW);
  }

  @Test
  void a_call_off_is_awarded_without_a_tender_and_an_open_procedure_is_not() {
    Award award = new Award(List.of(supplier("A", null)), START, null, null, null, null);
    Contract callOff =
        Contract.draft("E10000017", terms(ContractType.CALL_OFF, null, List.of(), null, null), NOW);
    callOff.award(award, NOBODY, NOW);
    assertEquals(ContractStatus.AWARDED, callOff.status());
    Contract open =
        Contract.draft("E10000017", terms(null, Procedure.OPEN, List.of(), null, null), NOW);
    assertEquals("TENDER_NOT_PUBLISHED", code(() -> open.award(award, NOBODY, NOW)));
  }

  @Test
  void a_party_is_linked_to_its_provider_once() {
    Contract contract = active();
    UUID party = contract.terms().parties().get(0).id();
    UUID provider = UUID.randomUUID();
    assertTrue(contract.wouldIdentify(party, provider));
    contract.identifySupplier(party, provider, NOW);
    assertFalse(contract.wouldIdentify(party, provider));
    assertFalse(contract.wouldIdentify(UUID.randomUUID(), provider));
    assertEquals(party, contract.terms().parties().get(0).id());
  }
}
