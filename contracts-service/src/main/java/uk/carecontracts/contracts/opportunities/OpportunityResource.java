package uk.carecontracts.contracts.opportunities;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.opportunities.Suggestions.Search;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;

/** What could be bought together. */
@Path("/v1/joint-opportunities")
@Tag(
    name = "Joint opportunities",
    description = "Contracts of neighbours, or of one council, that could be bought together")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "The token names no authority")
public class OpportunityResource {
  private static final int USUAL_WINDOW = 6;
  private static final int USUAL_YEARS = 4;

  private final Suggestions suggestions;
  private final JointProcurements procurements;
  private final Paging paging;
  private final Caller caller;
  private final Clock clock;

  OpportunityResource(
      Suggestions suggestions,
      JointProcurements procurements,
      Paging paging,
      Caller caller,
      Clock clock) {
    this.suggestions = suggestions;
    this.procurements = procurements;
    this.paging = paging;
    this.caller = caller;
    this.clock = clock;
  }

  /** How a list is ranked. */
  public enum Ranking {
    VALUE,
    FIT
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(
      operationId = "suggestJointOpportunities",
      summary = "Groups of contracts that could be bought together, each score explained")
  @APIResponse(
      responseCode = "200",
      description = "A page, ranked; adopted and dismissed ones are left out")
  public RestResponse<Page<Opportunity>> list(
      @QueryParam("windowMonths")
          @Parameter(description = "Months that decision dates may lie apart, 1 to 24, otherwise 6")
          @Nullable Integer windowMonths,
      @QueryParam("from") @Parameter(description = "First last day, otherwise today")
          @Nullable LocalDate from,
      @QueryParam("to") @Parameter(description = "Last last day, otherwise four years on")
          @Nullable LocalDate to,
      @QueryParam("kind") @Parameter(description = "JOINT, MERGE or VCS_OVERLAP")
          Match.@Nullable Kind kind,
      @QueryParam("ranking") @Parameter(description = "VALUE, unless FIT is asked for")
          @Nullable Ranking ranking,
      @QueryParam("leastFit") @Parameter(description = "Least score, 0 to 100")
          @Nullable Integer leastFit,
      @QueryParam("everywhere")
          @Parameter(description = "true to see those of other authorities, too")
          @Nullable Boolean everywhere,
      @BeanParam ListFilter part) {
    String authority = caller.authority();
    Search search = search(windowMonths, from, to);
    boolean all = Boolean.TRUE.equals(everywhere);
    List<Set<UUID>> dismissed = procurements.dismissed(authority);
    List<Opportunity> found =
        suggestions.suggest(authority, search, all).stream()
            .filter(each -> kind == null || kind == each.kind())
            .filter(each -> leastFit == null || each.fit().score() >= leastFit)
            .filter(each -> isNew(each, dismissed))
            .sorted(order(ranking))
            .toList();
    int length = Paging.limit(part.limit);
    String query =
        Cursor.fingerprint("joint-opportunities", authority, search, kind, ranking, leastFit, all);
    Cursor last = Cursor.parse(part.cursor, query, 1);
    int skip = last == null ? 0 : 1 + place(found, last.id(0));
    List<Opportunity> rows = found.stream().skip(skip).limit(length + 1L).toList();
    return paging.page(Page.of(rows, length, each -> Cursor.after(query, each.id())));
  }

  private static int place(List<Opportunity> found, UUID id) {
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).id().equals(id)) {
        return i;
      }
    }
    throw ProblemException.badRequest(
        "cursor", "What the page before ended with is no opportunity any more; begin anew.");
  }

  private static boolean isNew(Opportunity each, List<Set<UUID>> dismissed) {
    Set<UUID> contracts = Suggestions.contracts(each);
    return dismissed.stream().noneMatch(set -> set.containsAll(contracts));
  }

  private static Comparator<Opportunity> order(@Nullable Ranking ranking) {
    Comparator<Opportunity> byValue =
        Comparator.comparing((Opportunity each) -> each.combinedAnnual().amount()).reversed();
    Comparator<Opportunity> byFit =
        Comparator.comparing((Opportunity each) -> each.fit().score()).reversed();
    return (ranking == Ranking.FIT ? byFit.thenComparing(byValue) : byValue.thenComparing(byFit))
        .thenComparing(each -> each.id().toString());
  }

  private Search search(
      @Nullable Integer windowMonths, @Nullable LocalDate from, @Nullable LocalDate to) {
    int window = windowMonths == null ? USUAL_WINDOW : windowMonths;
    if (window < 1 || window > 24) {
      throw ProblemException.badRequest("windowMonths", "windowMonths must be from 1 to 24.");
    }
    LocalDate today = LocalDate.now(clock);
    LocalDate first = from == null || from.isBefore(today) ? today : from;
    return new Search(window, first, to == null ? first.plusYears(USUAL_YEARS) : to);
  }
}
