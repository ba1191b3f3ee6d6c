package uk.carecontracts.monitoring.assessments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.kit.problem.RuleViolation;

/** The days of an assessment: fourteen to challenge facts, then publication and what follows. */
class AssessmentTest {
  private static final LocalDate SHARED = LocalDate.of(2026, 3, 20);
  private static final Bands BANDS = new Bands(88, 63, 39);

  private static Assessment shared(int score) {
    Judged judged =
        new Judged("TRAINING", "Training", "WORKFORCE", true, BigDecimal.ONE, score, null, null);
    return new Assessment(
            UUID.randomUUID(),
            "E10000008",
            UUID.randomUUID(),
            null,
            null,
            null,
            Assessment.Status.DRAFT,
            List.of("assessor"),
            List.of(judged),
            List.of(),
            SHARED,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            1)
        .share(SHARED, 14);
  }

  private static Challenge challenge(LocalDate on) {
    return new Challenge(
        UUID.randomUUID(), "TRAINING", "All were trained", "provider", on, null, null, null);
  }

  @Test
  void facts_are_challenged_up_to_and_on_the_fourteenth_day_and_no_later() {
    LocalDate last = LocalDate.of(2026, 4, 3);
    Assessment shared = shared(2);
    assertEquals(last, shared.challengeBy());
    assertEquals(1, shared.challenge(challenge(last), last).challenges().size());
    RuleViolation late =
        assertThrows(
            RuleViolation.class,
            () -> shared.challenge(challenge(last.plusDays(1)), last.plusDays(1)));
    assertEquals("CHALLENGE_TOO_LATE", late.code());
  }

  @Test
  void without_acceptance_it_is_published_from_the_fifteenth_day_on() {
    LocalDate last = LocalDate.of(2026, 4, 3);
    Assessment shared = shared(2);
    RuleViolation early =
        assertThrows(RuleViolation.class, () -> shared.publish(last, BANDS, 14, 6));
    assertEquals("CHALLENGE_STILL_OPEN", early.code());

    Assessment published = shared.publish(last.plusDays(1), BANDS, 14, 6);

    assertEquals(LocalDate.of(2026, 4, 18), published.actionPlanBy());
    assertEquals(LocalDate.of(2026, 10, 4), published.reAuditBy());
    Assessment accepted = shared.accept(SHARED.plusDays(2));
    assertEquals(
        Assessment.Status.PUBLISHED, accepted.publish(SHARED.plusDays(2), BANDS, 14, 6).status());
  }

  @Test
  void without_a_shortfall_there_is_nothing_to_plan_or_to_audit_again() {
    Assessment published = shared(4).accept(SHARED).publish(SHARED, BANDS, 14, 6);

    assertNull(published.actionPlanBy());
    assertNull(published.reAuditBy());
  }

  @Test
  void a_challenge_without_a_decision_holds_publication_back_however_late() {
    Assessment challenged = shared(2).challenge(challenge(SHARED), SHARED);

    RuleViolation open =
        assertThrows(
            RuleViolation.class, () -> challenged.publish(SHARED.plusYears(1), BANDS, 14, 6));

    assertEquals("CHALLENGES_OPEN", open.code());
  }
}
