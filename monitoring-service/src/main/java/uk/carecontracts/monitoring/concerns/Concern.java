package uk.carecontracts.monitoring.concerns;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.monitoring.documents.Aggregate;

/**
 * A worry about quality or safeguarding. While it is open it counts towards the risk of its
 * contract or, when it is about a provider, of every contract of that provider.
 *
 * @param id the concern
 * @param authority GSS code
 * @param contractId the contract it is about; absent when it is about a provider as a whole
 * @param providerId the provider it is about
 * @param locationId the home or branch, where one is meant
 * @param kind quality or safeguarding
 * @param severity how serious
 * @param status OPEN or CLOSED
 * @param source who raised it
 * @param summary what it is, without anyone's identity
 * @param personReference pseudonymous reference of the person concerned
 * @param raisedOn day it was raised
 * @param raisedBy who recorded it
 * @param closedOn day it was closed
 * @param outcome what came of it
 * @param version raised by every change
 */
public record Concern(
    UUID id,
    String authority,
    @Nullable UUID contractId,
    @Nullable UUID providerId,
    @Nullable UUID locationId,
    Kind kind,
    Severity severity,
    Status status,
    Source source,
    String summary,
    @Nullable String personReference,
    LocalDate raisedOn,
    String raisedBy,
    @Nullable LocalDate closedOn,
    @Nullable String outcome,
    long version)
    implements Aggregate {

  /** What it is about. */
  public enum Kind {
    QUALITY,
    SAFEGUARDING
  }

  /** How serious it is. */
  public enum Severity {
    /** Needs watching. */
    LOW,
    /** Needs an answer. */
    MODERATE,
    /** Harm or a risk of it. */
    SERIOUS
  }

  /** Where it stands. */
  public enum Status {
    OPEN,
    CLOSED
  }

  /** Who raised it. */
  public enum Source {
    PERSON,
    FAMILY_OR_CARER,
    STAFF,
    PROFESSIONAL,
    REGULATOR,
    OFFICER,
    PROVIDER,
    FEEDBACK
  }

  Concern regrade(Severity to) {
    requireOpen("regraded");
    if (to == severity) {
      throw new RuleViolation(
          "CONCERN_GRADED_SO", "The concern is graded " + to + " already.", "/severity");
    }
    return next(to, Status.OPEN, null, null);
  }

  Concern close(LocalDate on, String what) {
    requireOpen("closed");
    if (on.isBefore(raisedOn)) {
      throw new RuleViolation(
          "CONCERN_DATES_CONTRADICT", "It cannot be closed before it was raised.", "/closedOn");
    }
    return next(severity, Status.CLOSED, on, what);
  }

  Concern reopen() {
    if (status == Status.OPEN) {
      throw ProblemException.conflict("CONCERN_OPEN", "The concern is open.");
    }
    return next(severity, Status.OPEN, null, null);
  }

  private void requireOpen(String what) {
    if (status != Status.OPEN) {
      throw ProblemException.conflict(
          "CONCERN_CLOSED", "A closed concern cannot be " + what + "; reopen it first.");
    }
  }

  private Concern next(
      Severity grade, Status now, @Nullable LocalDate closed, @Nullable String result) {
    return new Concern(
        id,
        authority,
        contractId,
        providerId,
        locationId,
        kind,
        grade,
        now,
        source,
        summary,
        personReference,
        raisedOn,
        raisedBy,
        closed,
        result,
        version + 1);
  }
}
