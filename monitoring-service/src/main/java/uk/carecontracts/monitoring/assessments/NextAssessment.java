package uk.carecontracts.monitoring.assessments;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The next version of an assessment in the making. */
final class NextAssessment {
  private final Assessment from;
  private @Nullable UUID provider;
  private Assessment.Status status;
  private List<String> assessors;
  private List<Judged> standards;
  private @Nullable LocalDate sharedOn;
  private @Nullable LocalDate challengeBy;
  private @Nullable LocalDate acceptedOn;
  private List<Challenge> challenges;
  private @Nullable LocalDate publishedOn;
  private @Nullable Result result;
  private @Nullable LocalDate actionPlanBy;
  private @Nullable LocalDate reAuditBy;

  NextAssessment(Assessment from) {
    this.from = from;
    this.provider = from.providerId();
    this.status = from.status();
    this.assessors = from.assessors();
    this.standards = from.standards();
    this.sharedOn = from.sharedOn();
    this.challengeBy = from.challengeBy();
    this.acceptedOn = from.acceptedOn();
    this.challenges = from.challenges();
  }

  NextAssessment provider(UUID now) {
    provider = now;
    return this;
  }

  NextAssessment status(Assessment.Status now) {
    status = now;
    return this;
  }

  NextAssessment assessors(List<String> who) {
    assessors = who;
    return this;
  }

  NextAssessment standards(List<Judged> judged) {
    standards = judged;
    return this;
  }

  NextAssessment shared(LocalDate on, LocalDate until) {
    sharedOn = on;
    challengeBy = until;
    return this;
  }

  NextAssessment accepted(LocalDate on) {
    acceptedOn = on;
    return this;
  }

  NextAssessment challenges(List<Challenge> all) {
    challenges = all;
    return this;
  }

  NextAssessment published(
      LocalDate on, Result came, @Nullable LocalDate actions, @Nullable LocalDate again) {
    publishedOn = on;
    result = came;
    actionPlanBy = actions;
    reAuditBy = again;
    return this;
  }

  Assessment build() {
    return new Assessment(
        from.id(),
        from.authority(),
        from.contractId(),
        provider,
        from.locationId(),
        from.serviceType(),
        status,
        List.copyOf(assessors),
        List.copyOf(standards),
        from.assurance(),
        from.startedOn(),
        sharedOn,
        challengeBy,
        acceptedOn,
        List.copyOf(challenges),
        publishedOn,
        result,
        actionPlanBy,
        reAuditBy,
        from.reAuditOf(),
        from.version() + 1);
  }
}
