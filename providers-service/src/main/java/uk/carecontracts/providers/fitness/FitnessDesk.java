package uk.carecontracts.providers.fitness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.providers.register.Providers;

/** Grants and withdraws accreditations, imposes and lifts suspensions, and tells everyone. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FitnessDesk {

  private static final int SWEEP = 200;

  private final AccreditationRepository accreditations;
  private final SuspensionRepository suspensions;
  private final Providers providers;
  private final Journal journal;
  private final Clock clock;

  FitnessDesk(
      AccreditationRepository accreditations,
      SuspensionRepository suspensions,
      Providers providers,
      Journal journal,
      Clock clock) {
    this.accreditations = accreditations;
    this.suspensions = suspensions;
    this.providers = providers;
    this.journal = journal;
    this.clock = clock;
  }

  Accreditation grant(
      String authority, UUID provider, FitnessForms.NewAccreditation form, String by) {
    List<UUID> family = providers.family(provider);
    Accreditation fresh = Accreditation.grant(authority, provider, form, by, Instant.now(clock));
    accreditations
        .granted(authority, family, form.serviceType())
        .forEach(
            old -> {
              old.replace(LocalDate.now(clock));
              record(old, "provider.accreditation-replaced.v1", Map.of("by", fresh.id()));
            });
    accreditations.persist(fresh);
    record(fresh, "provider.accredited.v1", Map.of("level", form.level(), "grantedBy", by));
    return fresh;
  }

  Accreditation withdraw(Accreditation accreditation, String reason) {
    accreditation.withdraw(LocalDate.now(clock), reason);
    record(accreditation, "provider.accreditation-withdrawn.v1", Map.of("reason", reason));
    return accreditation;
  }

  Suspension impose(String authority, UUID provider, FitnessForms.NewSuspension form, String by) {
    Suspension fresh =
        Suspension.impose(authority, provider, form, by, LocalDate.now(clock), Instant.now(clock));
    suspensions.inForce(authority, providers.family(provider)).stream()
        .filter(standing -> standing.says(form))
        .findFirst()
        .ifPresent(FitnessDesk::refuseSecond);
    suspensions.persist(fresh);
    record(
        fresh, "provider.suspended.v1", Map.of("reason", form.reason(), "by", fresh.imposedBy()));
    return fresh;
  }

  private static void refuseSecond(Suspension standing) {
    throw ProblemException.conflict(
        "SUSPENSION_STANDS",
        "This suspension was imposed before as "
            + standing.id()
            + "; lift that one, or say what is different about this one.");
  }

  Suspension answer(Suspension suspension, String text) {
    suspension.answer(text, LocalDate.now(clock), Instant.now(clock));
    record(suspension, "provider.suspension-answered.v1", Map.of("reply", text));
    return suspension;
  }

  Suspension lift(Suspension suspension, String reason) {
    suspension.lift(reason, LocalDate.now(clock));
    record(suspension, "provider.suspension-lifted.v1", Map.of("reason", reason));
    return suspension;
  }

  /** Ends what has passed its last day; returns how many did. */
  int endPassed() {
    List<Suspension> passed = suspensions.passed(LocalDate.now(clock), SWEEP);
    for (Suspension suspension : passed) {
      suspension.end();
      record(
          suspension, "provider.suspension-lifted.v1", Map.of("reason", "Its last day has passed"));
    }
    return passed.size();
  }

  private void record(Accreditation accreditation, String type, Map<String, Object> change) {
    accreditations.flush();
    journal.append(
        new Entry(
            "accreditation",
            accreditation.id(),
            accreditation.version(),
            type,
            accreditation.authority(),
            accreditation.state(),
            change));
  }

  private void record(Suspension suspension, String type, Map<String, Object> change) {
    suspensions.flush();
    journal.append(
        new Entry(
            "suspension",
            suspension.id(),
            suspension.version(),
            type,
            suspension.authority(),
            suspension.state(),
            change));
  }
}
