package uk.carecontracts.monitoring.assessments;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.assessments.AssessmentRequests.Decision;
import uk.carecontracts.monitoring.assessments.AssessmentRequests.Judgement;
import uk.carecontracts.monitoring.assessments.AssessmentRequests.Judgements;
import uk.carecontracts.monitoring.assessments.AssessmentRequests.Start;
import uk.carecontracts.monitoring.contracts.ContractChanged;
import uk.carecontracts.monitoring.contracts.KnownContract;
import uk.carecontracts.monitoring.contracts.KnownContracts;
import uk.carecontracts.monitoring.documents.Shelf;
import uk.carecontracts.monitoring.documents.Shelves;
import uk.carecontracts.monitoring.plans.Assurance;
import uk.carecontracts.monitoring.providers.ProviderRecords;
import uk.carecontracts.monitoring.rules.DatedRules;
import uk.carecontracts.monitoring.rules.MonitoringRule;

/** Takes assessments from their first day to publication. */
@ApplicationScoped
public class Assessments {
  private final Shelf<Assessment> shelf;
  private final Standards standards;
  private final Inspections inspections;
  private final KnownContracts contracts;
  private final DatedRules rules;
  private final ProviderReach reach;
  private final ProviderRecords records;
  private final Caller caller;
  private final Event<AssessmentPublished> published;
  private final Clock clock;

  Assessments(
      Shelves shelves,
      Standards standards,
      Inspections inspections,
      KnownContracts contracts,
      DatedRules rules,
      ProviderReach reach,
      ProviderRecords records,
      Caller caller,
      Event<AssessmentPublished> published,
      Clock clock) {
    this.shelf = shelves.of("assessment", "assessment", Assessment.class);
    this.standards = standards;
    this.inspections = inspections;
    this.contracts = contracts;
    this.rules = rules;
    this.reach = reach;
    this.records = records;
    this.caller = caller;
    this.published = published;
    this.clock = clock;
  }

  /** An assessment the caller may see; a provider sees its own once they are shared. */
  public Assessment get(UUID id) {
    Assessment found = shelf.get(id);
    reach.requireParty(found.providerId());
    if (reach.only() != null && found.status() == Assessment.Status.DRAFT) {
      throw ProblemException.notFound("assessment", id);
    }
    return found;
  }

  Page<Assessment> page(AssessmentFilter filter) {
    filter.providerId = reach.narrow(filter.providerId);
    return shelf.page(filter.conditions(reach.only() == null), filter.fingerprint(), filter);
  }

  /** Another supplier, or the one only now matched, takes over what is not published. */
  void onContract(@Observes @Priority(100) ContractChanged event) {
    UUID supplier = event.contract().providerId();
    if (supplier == null) {
      return;
    }
    Conditions unpublished =
        new Conditions()
            .and("contract_id = ?", event.contract().id())
            .when(true, "status <> 'PUBLISHED'");
    for (Assessment seen : shelf.list(unpublished, 500)) {
      if (!records.same(supplier, seen.providerId())) {
        shelf.change(
            shelf.lock(seen.id()).suppliedBy(supplier), "assessment.supplier-changed.v1", Map.of());
      }
    }
  }

  /** Published assessments of a contract, oldest first. */
  public List<Assessment> publishedOf(UUID contract) {
    return shelf.list(
        new Conditions().and("contract_id = ?", contract).when(true, "status = 'PUBLISHED'"), 500);
  }

  Assessment begin(Start start) {
    KnownContract contract =
        contracts
            .find(start.contractId())
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "CONTRACT_UNKNOWN",
                        "There is no contract " + start.contractId() + ".",
                        "/contractId"));
    LocalDate today = LocalDate.now(clock);
    List<Assurance> assurance = inspections.of(contract.id());
    List<Judged> open =
        start.reAuditOf() == null
            ? asked(contract, assurance, today)
            : shortfallsOf(start.reAuditOf(), contract);
    if (open.isEmpty()) {
      throw new RuleViolation(
          "NOTHING_TO_ASSESS", "Nothing is left to assess: everything is relied on or good.");
    }
    return shelf.create(
        new Assessment(
            Ids.next(),
            contract.authority(),
            contract.id(),
            contract.providerId(),
            start.locationId(),
            contract.serviceType(),
            Assessment.Status.DRAFT,
            List.of(caller.subject()),
            open,
            assurance,
            today,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            start.reAuditOf(),
            1),
        "assessment.begun.v1",
        Map.of());
  }

  /** Everything that suits the service but what an inspection is relied on for. */
  private List<Judged> asked(KnownContract contract, List<Assurance> assurance, LocalDate today) {
    Set<String> reliedOn =
        assurance.stream()
            .filter(Assurance::reliedOn)
            .map(Assurance::domain)
            .collect(Collectors.toSet());
    return standards.forService(contract.authority(), contract.serviceType(), today).stream()
        .filter(standard -> !reliedOn.contains(standard.domain()))
        .map(Judged::open)
        .toList();
  }

  private List<Judged> shortfallsOf(UUID earlier, KnownContract contract) {
    Assessment before =
        shelf
            .find(earlier)
            .filter(each -> each.contractId().equals(contract.id()))
            .filter(each -> each.status() == Assessment.Status.PUBLISHED)
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "RE_AUDIT_OF_NOTHING",
                        "There is no published assessment %s of this contract.".formatted(earlier),
                        "/reAuditOf"));
    return before.shortfalls().stream()
        .map(
            each ->
                new Judged(
                    each.standard(),
                    each.title(),
                    each.domain(),
                    each.minimum(),
                    each.weight(),
                    null,
                    null,
                    null))
        .toList();
  }

  Assessment judge(UUID id, LongConsumer precondition, Judgements judgements) {
    Assessment draft = shelf.lock(id, precondition);
    Map<String, UnaryOperator<Judged>> wanted = new HashMap<>();
    for (int i = 0; i < judgements.judgements().size(); i++) {
      Judgement each = judgements.judgements().get(i);
      boolean falls = each.score() < 3;
      if (falls && (each.shortfall() == null || each.shortfall().isBlank())) {
        throw new RuleViolation(
            "SHORTFALL_UNSAID",
            "A score below 3 needs to say what is missing.",
            "/judgements/" + i + "/shortfall");
      }
      wanted.put(
          each.standard(),
          open -> open.judge(each.score(), each.finding(), falls ? each.shortfall() : null));
    }
    return shelf.change(draft.judge(wanted, caller.subject()), "assessment.judged.v1", Map.of());
  }

  Assessment share(UUID id, LongConsumer precondition) {
    return shelf.change(
        shelf
            .lock(id, precondition)
            .share(LocalDate.now(clock), rules.today(MonitoringRule.CHALLENGE_DAYS)),
        "assessment.shared.v1",
        Map.of());
  }

  Assessment challenge(UUID id, LongConsumer precondition, String standard, String text) {
    LocalDate today = LocalDate.now(clock);
    Challenge challenge =
        new Challenge(Ids.next(), standard, text, caller.subject(), today, null, null, null);
    return shelf.change(
        own(id, precondition).challenge(challenge, today), "assessment.challenged.v1", Map.of());
  }

  Assessment accept(UUID id, LongConsumer precondition) {
    return shelf.change(
        own(id, precondition).accept(LocalDate.now(clock)), "assessment.accepted.v1", Map.of());
  }

  private Assessment own(UUID id, LongConsumer precondition) {
    get(id);
    return shelf.lock(id, precondition);
  }

  Assessment decide(UUID id, LongConsumer precondition, Decision decision) {
    return shelf.change(
        shelf
            .lock(id, precondition)
            .decide(
                decision.challengeId(),
                decision.upheld(),
                decision.reason(),
                decision.score(),
                caller.subject()),
        "assessment.challenge-decided.v1",
        Map.of("challengeId", decision.challengeId(), "upheld", decision.upheld()));
  }

  Assessment publish(UUID id, LongConsumer precondition) {
    Bands bands =
        new Bands(
            rules.today(MonitoringRule.BAND_EXCELLENT),
            rules.today(MonitoringRule.BAND_GOOD),
            rules.today(MonitoringRule.BAND_REQUIRES_IMPROVEMENT));
    Assessment out =
        shelf.change(
            shelf
                .lock(id, precondition)
                .publish(
                    LocalDate.now(clock),
                    bands,
                    rules.today(MonitoringRule.ACTION_PLAN_DAYS),
                    rules.today(MonitoringRule.RE_AUDIT_MONTHS)),
            "assessment.published.v1",
            Map.of());
    published.fire(new AssessmentPublished(out, caller.subject()));
    return out;
  }
}
