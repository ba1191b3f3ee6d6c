package uk.carecontracts.contracts.fitness;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.terms.Categories;
import uk.carecontracts.contracts.terms.ContractDates;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.contracts.terms.ContractValues;
import uk.carecontracts.contracts.terms.Party;
import uk.carecontracts.contracts.terms.PartyRole;
import uk.carecontracts.kit.problem.RuleViolation;

class NewWorkPolicyTest {
  private static final UUID PROVIDER = UUID.randomUUID();
  private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 7, 31);

  private static ProviderSuspension suspension(
      @Nullable String service, @Nullable LocalDate liftedOn) {
    return new ProviderSuspension(
        UUID.randomUUID(),
        "E10000017",
        PROVIDER,
        service,
        "Two homes are inadequate.",
        FIRST,
        LAST,
        liftedOn);
  }

  private static NewWorkPolicy on(LocalDate today, ProviderSuspension... suspensions) {
    return new NewWorkPolicy(List.of(suspensions), today);
  }

  private static ContractTerms terms(@Nullable String service, @Nullable LocalDate awarded) {
    return new ContractTerms(
        "R-1",
        "Home care",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Categories.NONE,
        service,
        List.of(),
        null,
        List.of(party("Oak Care Ltd", UUID.randomUUID()), party("Fernleigh Ltd", PROVIDER)),
        List.of(),
        ContractValues.NONE,
        new ContractDates(awarded, null, null, null, null, null),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of());
  }

  private static Party party(String name, @Nullable UUID provider) {
    return new Party(
        UUID.randomUUID(),
        PartyRole.LEAD_SUPPLIER,
        name,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        provider,
        List.of());
  }

  @Test
  void a_suspended_provider_is_refused_with_the_reason_the_days_and_where_to_look() {
    RuleViolation refused =
        assertThrows(
            RuleViolation.class,
            () -> on(FIRST, suspension(null, null)).checkAward(terms(null, null)));
    assertEquals("PROVIDER_SUSPENDED", refused.code());
    assertEquals(1, refused.violations().size());
    assertEquals("/suppliers/1", refused.violations().get(0).pointer());
    assertEquals(
        "Fernleigh Ltd is suspended from new work from 2026-05-01 to 2026-07-31: Two homes are"
            + " inadequate. It can be chosen again after that day, or once the suspension is"
            + " lifted; see /v1/providers/"
            + PROVIDER
            + "/suspensions.",
        refused.violations().get(0).message());
  }

  @Test
  void a_suspension_holds_from_its_first_to_its_last_day_and_ends_by_itself() {
    ProviderSuspension suspension = suspension(null, null);
    assertFalse(suspension.inForceOn(FIRST.minusDays(1)));
    assertTrue(suspension.inForceOn(FIRST));
    assertTrue(suspension.inForceOn(LAST));
    assertFalse(suspension.inForceOn(LAST.plusDays(1)));
    assertDoesNotThrow(() -> on(LAST.plusDays(1), suspension).checkAward(terms(null, null)));
  }

  @Test
  void a_lifted_suspension_no_longer_refuses_from_the_day_it_was_lifted() {
    ProviderSuspension lifted = suspension(null, FIRST.plusDays(10));
    assertTrue(lifted.inForceOn(FIRST.plusDays(9)));
    assertDoesNotThrow(() -> on(FIRST.plusDays(10), lifted).checkAward(terms(null, null)));
  }

  @Test
  void a_suspension_of_one_service_leaves_the_others() {
    ProviderSuspension homes = suspension("CARE_HOME", null);
    assertDoesNotThrow(() -> on(FIRST, homes).checkAward(terms("HOME_CARE", null)));
    assertDoesNotThrow(() -> on(FIRST, homes).checkAward(terms(null, null)));
    assertThrows(RuleViolation.class, () -> on(FIRST, homes).checkAward(terms("CARE_HOME", null)));
  }

  @Test
  void what_was_awarded_before_the_suspension_may_start_and_what_was_awarded_during_it_may_not() {
    NewWorkPolicy policy = on(FIRST.plusDays(5), suspension(null, null));
    assertDoesNotThrow(() -> policy.checkActivation(terms(null, FIRST.minusDays(1))));
    RuleViolation refused =
        assertThrows(RuleViolation.class, () -> policy.checkActivation(terms(null, FIRST)));
    assertEquals("/parties/1", refused.violations().get(0).pointer());
  }

  @Test
  void a_party_without_a_provider_record_is_nobody_s_namesake() {
    assertTrue(
        on(FIRST, suspension(null, null))
            .suspended(List.of(party("Fernleigh Ltd", null)), null)
            .isEmpty());
  }
}
