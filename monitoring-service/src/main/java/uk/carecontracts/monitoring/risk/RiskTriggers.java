package uk.carecontracts.monitoring.risk;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import uk.carecontracts.monitoring.assessments.Assessment;
import uk.carecontracts.monitoring.assessments.AssessmentPublished;
import uk.carecontracts.monitoring.assessments.Result;
import uk.carecontracts.monitoring.concerns.Concern;
import uk.carecontracts.monitoring.concerns.ConcernChanged;
import uk.carecontracts.monitoring.contracts.KnownContracts;
import uk.carecontracts.monitoring.contracts.PeopleChanged;
import uk.carecontracts.monitoring.providers.ProviderSpokenFor;
import uk.carecontracts.monitoring.reviews.ReviewHeld;
import uk.carecontracts.monitoring.voice.FeedbackChanged;

/** What else makes contracts be assessed again, in the transaction in which it happens. */
@ApplicationScoped
class RiskTriggers {
  private final RiskWatch watch;
  private final KnownContracts contracts;

  RiskTriggers(RiskWatch watch, KnownContracts contracts) {
    this.watch = watch;
    this.contracts = contracts;
  }

  void onConcern(@Observes ConcernChanged event) {
    Concern concern = event.concern();
    if (concern.contractId() != null) {
      watch.reassess(List.of(concern.contractId()), "CONCERN_CHANGED");
    } else if (concern.providerId() != null) {
      watch.reassess(contracts.ofProvider(concern.providerId()), "CONCERN_CHANGED");
    }
  }

  /** A published assessment is a review of its contract. */
  void onAssessment(@Observes AssessmentPublished event) {
    Assessment assessment = event.assessment();
    Result result = assessment.result();
    if (result != null && assessment.publishedOn() != null) {
      watch.reviewed(
          assessment.contractId(),
          assessment.authority(),
          assessment.publishedOn(),
          "Assessed against standards: " + result.rating(),
          event.by());
    }
  }

  void onReview(@Observes ReviewHeld event) {
    watch.reviewed(event.contractId(), event.authority(), event.on(), event.summary(), event.by());
  }

  void onFeedback(@Observes FeedbackChanged event) {
    UUID contract = event.feedback().contractId();
    if (contract != null) {
      watch.reassess(List.of(contract), "FEEDBACK_CHANGED");
    }
  }

  /** Concerns, finances, ratings and contracts of all records of a provider count together. */
  void onSpokenFor(@Observes @Priority(200) ProviderSpokenFor event) {
    event
        .speakers()
        .forEach(
            speaker -> watch.reassess(contracts.ofProvider(speaker), "PROVIDER_RECORDS_CHANGED"));
  }

  void onPeople(@Observes PeopleChanged event) {
    watch.reassess(event.contracts(), "PEOPLE_CHANGED");
  }
}
