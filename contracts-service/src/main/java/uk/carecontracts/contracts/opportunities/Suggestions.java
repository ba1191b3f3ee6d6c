package uk.carecontracts.contracts.opportunities;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.forwardplan.Policies;
import uk.carecontracts.contracts.forwardplan.PolicyTerms;
import uk.carecontracts.contracts.opportunities.CandidateRepository.Notice;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Reach;
import uk.carecontracts.kit.tenancy.Tenancy;

/**
 * Suggests what could be bought together, from what every authority publishes. Drafts and other
 * authorities' own notes are never read: the search runs with the reach of the public.
 */
@ApplicationScoped
public class Suggestions {
  private static final Acting PUBLIC =
      new Acting(Reach.PUBLIC, "", "joint-opportunities", "internal");

  private final CandidateRepository candidates;
  private final Policies policies;
  private final Clock clock;

  Suggestions(CandidateRepository candidates, Policies policies, Clock clock) {
    this.candidates = candidates;
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * How to search.
   *
   * @param windowMonths how many months decision dates may lie apart
   * @param from first decision day
   * @param to last decision day
   */
  public record Search(int windowMonths, LocalDate from, LocalDate to) {}

  /** What is read of every authority for one search. */
  private record Known(
      List<Candidate> running,
      CategoryTree categories,
      Borders borders,
      Function<String, PolicyTerms> policies) {}

  /**
   * The opportunities, the greatest annual value first. All authorities' contracts are matched
   * whoever asks, so that everybody is suggested the same groups.
   *
   * @param authority who asks
   * @param everywhere also those in which that authority has no part
   */
  public List<Opportunity> suggest(String authority, Search search, boolean everywhere) {
    LocalDate today = LocalDate.now(clock);
    Map<UUID, Notice> notices = candidates.notices(authority, today);
    Known known =
        asPublic(
            () ->
                new Known(
                    candidates.running(search.from(), search.to()),
                    candidates.categories(),
                    candidates.borders(today),
                    policies.all()));
    List<Candidate> dated =
        known.running().stream().map(each -> withNotice(each, notices.get(each.id()))).toList();
    Explanation explanation =
        new Explanation(
            known.categories(), known.borders(), known.policies(), search.windowMonths());
    return new Matcher(known.categories(), known.borders(), search.windowMonths())
        .match(dated).stream()
            .filter(match -> everywhere || match.involves(authority))
            .map(explanation::of)
            .sorted(
                Comparator.comparing((Opportunity each) -> each.combinedAnnual().amount())
                    .reversed()
                    .thenComparing(each -> each.id().toString()))
            .toList();
  }

  private static Candidate withNotice(Candidate each, @Nullable Notice notice) {
    if (notice == null || !notice.day().isBefore(each.decisionDate())) {
      return each;
    }
    return new Candidate(
        each.id(),
        each.authority(),
        each.reference(),
        each.title(),
        each.type(),
        each.serviceType(),
        each.proclass(),
        each.cpv(),
        each.clientGroups(),
        each.area(),
        each.annual(),
        each.total(),
        each.start(),
        notice.day(),
        notice.kind(),
        each.vcse());
  }

  /** The public facts of some contracts. */
  List<Candidate> named(Set<UUID> ids) {
    return asPublic(() -> candidates.named(ids));
  }

  private static <T> T asPublic(Supplier<T> reading) {
    return Tenancy.callAs(PUBLIC, () -> QuarkusTransaction.requiringNew().call(reading::get));
  }

  /** The contracts of an opportunity, as a set. */
  static Set<UUID> contracts(Opportunity opportunity) {
    Set<UUID> ids = new HashSet<>();
    opportunity.contracts().forEach(each -> ids.add(each.contractId()));
    return ids;
  }
}
