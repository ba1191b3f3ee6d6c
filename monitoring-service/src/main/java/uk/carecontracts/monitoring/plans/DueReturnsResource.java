package uk.carecontracts.monitoring.plans;

import static uk.carecontracts.monitoring.spreadsheets.Csv.line;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.spreadsheets.Csv;
import uk.carecontracts.monitoring.spreadsheets.CsvPageMapper;

/**
 * Returns that are expected and not submitted: for providers what to do, for officers whom to
 * chase.
 */
@Path("/v1/returns/due")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Returns", description = "What providers report for a period")
@APIResponse(responseCode = "400", description = "A parameter cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class DueReturnsResource {
  private static final List<String> HEADER =
      List.of(
          "planId",
          "contractReference",
          "provider",
          "periodStart",
          "periodEnd",
          "dueOn",
          "overdue",
          "returnId",
          "returnStatus");

  private final PlanQueries queries;
  private final ProviderReach reach;
  private final Paging paging;
  private final Clock clock;

  DueReturnsResource(PlanQueries queries, ProviderReach reach, Paging paging, Clock clock) {
    this.queries = queries;
    this.reach = reach;
    this.paging = paging;
    this.clock = clock;
  }

  @Schema(name = "DueReturnPage")
  private record DuePage(List<DueReturn> items, @Nullable String next) {}

  /** One page by due day. */
  @GET
  @Operation(
      operationId = "listDueReturns",
      summary = "Returns that are expected and not submitted, earliest due first")
  @APIResponse(
      responseCode = "200",
      description = "A page of due returns",
      content = @Content(schema = @Schema(implementation = DuePage.class)))
  public Response list(@BeanParam DueFilter filter) {
    return paging.answer(page(filter));
  }

  /** The same page for a spreadsheet. */
  @GET
  @Produces(Csv.TYPE)
  @Operation(
      operationId = "listDueReturns",
      summary = "Returns that are expected and not submitted, earliest due first")
  @APIResponse(responseCode = "200", description = "A header line and a line for each due return")
  public Response export(@BeanParam DueFilter filter) {
    return CsvPageMapper.answer(
        paging,
        HEADER,
        page(filter),
        due ->
            line(
                due.planId(),
                due.contractReference(),
                due.providerName(),
                due.periodStart(),
                due.periodEnd(),
                due.dueOn(),
                due.overdue(),
                due.returnId(),
                due.returnStatus()));
  }

  private Page<DueReturn> page(DueFilter filter) {
    filter.providerId = reach.narrow(filter.providerId);
    int length = Paging.limit(filter.limit);
    String query = filter.fingerprint();
    Cursor from = Cursor.parse(filter.cursor, query, 3);
    return Page.of(
        queries.due(filter, LocalDate.now(clock), from == null ? null : place(from), length + 1),
        length,
        due -> Cursor.after(query, due.dueOn(), due.planId(), due.periodStart()));
  }

  private static PlanQueries.Place place(Cursor cursor) {
    return new PlanQueries.Place(cursor.day(0), cursor.id(1), cursor.day(2));
  }
}
