package uk.carecontracts.contracts.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.opportunities.JointProcurement.Status;
import uk.carecontracts.contracts.planning.PlanningRecords;
import uk.carecontracts.contracts.planning.RecordKind;
import uk.carecontracts.contracts.projects.ProjectTerms;
import uk.carecontracts.contracts.projects.Projects;
import uk.carecontracts.contracts.terms.Categories;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;

/** Adopts opportunities, puts them aside, and takes partners' words. */
@ApplicationScoped
class JointProcurements {
  private static final RecordKind KIND = RecordKind.JOINT_OPPORTUNITY;

  private final PlanningRecords records;
  private final Suggestions suggestions;
  private final Projects projects;
  private final Sql sql;

  JointProcurements(PlanningRecords records, Suggestions suggestions, Projects projects, Sql sql) {
    this.records = records;
    this.suggestions = suggestions;
    this.projects = projects;
    this.sql = sql;
  }

  /** Adopts contracts for a procurement the authority leads, and opens its project. */
  JointProcurement adopt(
      String lead, List<UUID> contracts, @Nullable String title, @Nullable String reason) {
    List<Candidate> members = members(lead, contracts);
    String name = title == null ? "Joint procurement: " + members.get(0).title() : title;
    List<String> partners =
        new TreeSet<>(members.stream().map(Candidate::authority).toList())
            .stream().filter(each -> !each.equals(lead)).toList();
    JointProcurement adopted = JointProcurement.adopted(lead, name, ids(members), partners, reason);
    UUID project = projects.open(lead, terms(name, members, partners), adopted.id()).id();
    adopted = adopted.carriedOutBy(project);
    records.keep(KIND, adopted, "joint-opportunity.adopted.v1", reason);
    for (UUID contract : adopted.contracts()) {
      int entered =
          sql.update(
              "insert into joint_opportunity_contract (contract_id, authority, opportunity_id)"
                  + " values (?, ?, ?) on conflict do nothing",
              contract,
              lead,
              adopted.id());
      if (entered == 0) {
        throw ProblemException.conflict(
            "ALREADY_ADOPTED", "Contract " + contract + " is in a joint procurement already.");
      }
    }
    return adopted;
  }

  private List<Candidate> members(String lead, List<UUID> contracts) {
    Set<UUID> wanted = new HashSet<>(contracts);
    List<Candidate> members = suggestions.named(wanted);
    if (members.size() != wanted.size()) {
      throw new RuleViolation(
          "CONTRACT_NOT_RUNNING",
          "Every contract must be a public one that is awarded or active and ends on a day.",
          "/contracts");
    }
    if (members.stream().noneMatch(each -> each.authority().equals(lead))) {
      throw new RuleViolation(
          "NOT_INVOLVED", "None of the contracts is the authority's own.", "/contracts");
    }
    return members.stream()
        .sorted(Comparator.comparing(Candidate::annual).reversed().thenComparing(Candidate::id))
        .toList();
  }

  private static List<UUID> ids(List<Candidate> members) {
    return members.stream().map(Candidate::id).toList();
  }

  private static ProjectTerms terms(String title, List<Candidate> members, List<String> partners) {
    Candidate greatest = members.get(0);
    LocalDate start =
        members.stream()
            .map(Candidate::decisionDate)
            .max(Comparator.naturalOrder())
            .orElseThrow()
            .plusDays(1);
    List<String> groups =
        members.stream().flatMap(each -> each.clientGroups().stream()).distinct().sorted().toList();
    return new ProjectTerms(
        title,
        "Follows " + String.join(", ", members.stream().map(Candidate::reference).toList()) + ".",
        null,
        null,
        new Categories(greatest.proclass(), greatest.cpv()),
        greatest.serviceType(),
        groups,
        String.join(
            "; ",
            members.stream().map(Candidate::area).filter(Objects::nonNull).distinct().toList()),
        Money.gbp(sum(members.stream().map(Candidate::total).toList())),
        Money.gbp(sum(members.stream().map(Candidate::annual).toList())),
        start,
        null,
        List.of(),
        List.of(),
        List.of(),
        ids(members),
        partners);
  }

  private static BigDecimal sum(List<BigDecimal> pounds) {
    return pounds.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Puts a group aside: the authority is not shown it again, nor a part of it. */
  JointProcurement dismiss(String authority, List<UUID> contracts, String reason) {
    List<Candidate> members = members(authority, contracts);
    return records.keep(
        KIND,
        JointProcurement.dismissed(authority, members.get(0).title(), ids(members), reason),
        "joint-opportunity.dismissed.v1",
        reason);
  }

  /** Gives an adopted one up; its contracts can be suggested again. */
  JointProcurement abandon(String lead, UUID id, LongConsumer check, String reason) {
    JointProcurement held = records.require(KIND, JointProcurement.class, id);
    if (!held.authority().equals(lead)) {
      throw ProblemException.notFound("joint opportunity the authority leads", id);
    }
    check.accept(held.version());
    JointProcurement abandoned =
        records.keep(KIND, held.abandoned(reason), "joint-opportunity.abandoned.v1", reason);
    sql.update("delete from joint_opportunity_contract where opportunity_id = ?", id);
    return abandoned;
  }

  /** Takes a partner's word. */
  JointResponse respond(String partner, UUID id, boolean joins, @Nullable String note) {
    JointProcurement held = records.require(KIND, JointProcurement.class, id);
    if (held.status() != Status.ADOPTED || !held.partners().contains(partner)) {
      throw new RuleViolation(
          "NOT_A_PARTNER", "Only partners of an adopted joint procurement are asked.");
    }
    long version =
        records
            .find(
                RecordKind.JOINT_RESPONSE, JointResponse.class, JointResponse.identity(id, partner))
            .map(JointResponse::version)
            .orElse(0L);
    return records.keep(
        RecordKind.JOINT_RESPONSE,
        JointResponse.of(held, partner, joins, note, version + 1),
        joins ? "joint-response.joined.v1" : "joint-response.declined.v1",
        note);
  }

  /** One that the authority leads, put aside or is partner of. */
  JointProcurement require(UUID id) {
    return records.require(KIND, JointProcurement.class, id);
  }

  /** Partners' words on one; the lead sees all of them, a partner its own. */
  List<JointResponse> responses(UUID id) {
    return records.select(
        RecordKind.JOINT_RESPONSE,
        JointResponse.class,
        "opportunity_id = ? order by authority",
        id);
  }

  /** Those the authority leads, put aside or is partner of, newest first. */
  List<JointProcurement> list(@Nullable Status status, @Nullable UUID before, int limit) {
    return records.select(
        KIND,
        JointProcurement.class,
        "(?::text is null or status = ?) and (?::uuid is null or id < ?) order by id desc limit ?",
        status,
        status,
        before,
        before,
        limit);
  }

  /** What the authority does not want to see again. */
  List<Set<UUID>> dismissed(String authority) {
    List<Set<UUID>> sets = new ArrayList<>();
    records
        .select(KIND, JointProcurement.class, "authority = ? and status = 'DISMISSED'", authority)
        .forEach(each -> sets.add(new HashSet<>(each.contracts())));
    return sets;
  }
}
