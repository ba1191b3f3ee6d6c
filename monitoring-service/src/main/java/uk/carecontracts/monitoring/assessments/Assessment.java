package uk.carecontracts.monitoring.assessments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.monitoring.documents.Aggregate;
import uk.carecontracts.monitoring.plans.Assurance;

/**
 * An assessment of a contract against standards: drafted, shared with the provider, who may
 * challenge facts for a set number of days, reviewed by someone uninvolved, published.
 *
 * @param id the assessment
 * @param authority GSS code
 * @param contractId the contract
 * @param providerId the lead supplier's record
 * @param locationId the home or branch visited, where it is one
 * @param serviceType what is bought
 * @param status DRAFT, SHARED or PUBLISHED
 * @param assessors who began it and who judged
 * @param standards the standards with what was found
 * @param assurance domain by domain whether it is assessed or an inspection is relied on
 * @param startedOn day it was begun
 * @param sharedOn day the provider got to see it
 * @param challengeBy last day to challenge facts
 * @param acceptedOn day the provider accepted it as it is
 * @param challenges of the provider
 * @param publishedOn day it was published
 * @param result what it comes to, once published
 * @param actionPlanBy last day to agree an action for every shortfall
 * @param reAuditBy day by which shortfalls are looked at again
 * @param reAuditOf the assessment whose shortfalls this one looks at
 * @param version raised by every change
 */
@Schema(name = "Assessment")
public record Assessment(
    UUID id,
    String authority,
    UUID contractId,
    @Nullable UUID providerId,
    @Nullable UUID locationId,
    @Nullable String serviceType,
    Status status,
    List<String> assessors,
    List<Judged> standards,
    List<Assurance> assurance,
    LocalDate startedOn,
    @Nullable LocalDate sharedOn,
    @Nullable LocalDate challengeBy,
    @Nullable LocalDate acceptedOn,
    List<Challenge> challenges,
    @Nullable LocalDate publishedOn,
    @Nullable Result result,
    @Nullable LocalDate actionPlanBy,
    @Nullable LocalDate reAuditBy,
    @Nullable UUID reAuditOf,
    long version)
    implements Aggregate {

  /** Where it stands. */
  public enum Status {
    DRAFT,
    SHARED,
    PUBLISHED
  }

  /** The standards below good, each of which needs an action. */
  public List<Judged> shortfalls() {
    return standards.stream().filter(Judged::falls).toList();
  }

  Assessment judge(Map<String, UnaryOperator<Judged>> judgements, String by) {
    require(Status.DRAFT, "judged");
    TreeSet<String> unknown = new TreeSet<>(judgements.keySet());
    standards.forEach(each -> unknown.remove(each.standard()));
    if (!unknown.isEmpty()) {
      throw new RuleViolation(
          "STANDARD_NOT_ASSESSED", "Not part of this assessment: " + unknown, "/judgements");
    }
    List<Judged> judged =
        standards.stream()
            .map(each -> judgements.getOrDefault(each.standard(), same -> same).apply(each))
            .toList();
    List<String> who = new ArrayList<>(assessors);
    if (!who.contains(by)) {
      who.add(by);
    }
    return next().standards(judged).assessors(who).build();
  }

  Assessment share(LocalDate today, int daysToChallenge) {
    require(Status.DRAFT, "shared");
    List<String> open =
        standards.stream().filter(s -> s.score() == null).map(Judged::standard).toList();
    if (!open.isEmpty()) {
      throw new RuleViolation(
          "ASSESSMENT_INCOMPLETE", "Not yet judged: " + String.join(", ", open), "/judgements");
    }
    return next().status(Status.SHARED).shared(today, today.plusDays(daysToChallenge)).build();
  }

  Assessment challenge(Challenge challenge, LocalDate today) {
    requireChallengeable(today);
    if (standards.stream().noneMatch(s -> s.standard().equals(challenge.standard()))) {
      throw new RuleViolation(
          "STANDARD_NOT_ASSESSED",
          "Not part of this assessment: " + challenge.standard(),
          "/standard");
    }
    List<Challenge> all = new ArrayList<>(challenges);
    all.add(challenge);
    return next().challenges(all).build();
  }

  Assessment accept(LocalDate today) {
    requireChallengeable(today);
    return next().accepted(today).build();
  }

  private void requireChallengeable(LocalDate today) {
    require(Status.SHARED, "challenged or accepted");
    if (acceptedOn != null) {
      throw ProblemException.conflict("ASSESSMENT_ACCEPTED", "The provider accepted it already.");
    }
    if (challengeBy != null && today.isAfter(challengeBy)) {
      throw new RuleViolation(
          "CHALLENGE_TOO_LATE", "Facts could be challenged until " + challengeBy + ".", null);
    }
  }

  /** Decides a challenge; whoever had a hand in the assessment may not. */
  Assessment decide(
      UUID challenge, boolean upheld, String reason, @Nullable Integer score, String by) {
    require(Status.SHARED, "reviewed");
    if (assessors.contains(by)) {
      throw ProblemException.forbidden(
          "REVIEWER_INVOLVED", "A challenge is reviewed by someone who did not assess.");
    }
    Challenge found =
        challenges.stream()
            .filter(each -> each.id().equals(challenge))
            .findFirst()
            .orElseThrow(() -> ProblemException.notFound("challenge", challenge));
    if (found.upheld() != null) {
      throw ProblemException.conflict("CHALLENGE_DECIDED", "The challenge was decided already.");
    }
    List<Challenge> all =
        challenges.stream()
            .map(each -> each.equals(found) ? each.decide(upheld, reason, by) : each)
            .toList();
    List<Judged> judged =
        upheld && score != null
            ? standards.stream()
                .map(s -> s.standard().equals(found.standard()) ? rescored(s, score, reason) : s)
                .toList()
            : standards;
    return next().challenges(all).standards(judged).build();
  }

  private static Judged rescored(Judged judged, int score, String reason) {
    return judged.judge(score, judged.finding(), score < 3 ? reason : null);
  }

  Assessment publish(LocalDate today, Bands bands, int actionDays, int reAuditMonths) {
    require(Status.SHARED, "published");
    if (challenges.stream().anyMatch(each -> each.upheld() == null)) {
      throw new RuleViolation(
          "CHALLENGES_OPEN", "Every challenge must be reviewed before publication.", null);
    }
    if (acceptedOn == null && challengeBy != null && !today.isAfter(challengeBy)) {
      throw new RuleViolation(
          "CHALLENGE_STILL_OPEN",
          "The provider may challenge facts until %s, unless it accepts first."
              .formatted(challengeBy),
          null);
    }
    boolean shortfall = !shortfalls().isEmpty();
    return next()
        .status(Status.PUBLISHED)
        .published(
            today,
            Result.of(standards, bands),
            shortfall ? today.plusDays(actionDays) : null,
            shortfall ? today.plusMonths(reAuditMonths) : null)
        .build();
  }

  /** It is for the supplier the contract has now to see and to challenge. */
  Assessment suppliedBy(UUID provider) {
    return next().provider(provider).build();
  }

  private void require(Status needed, String what) {
    if (status != needed) {
      throw ProblemException.conflict(
          "ASSESSMENT_STATUS",
          "An assessment is %s while it is %s; this one is %s.".formatted(what, needed, status));
    }
  }

  private NextAssessment next() {
    return new NextAssessment(this);
  }
}
