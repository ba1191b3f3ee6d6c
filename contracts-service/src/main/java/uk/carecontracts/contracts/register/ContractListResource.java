package uk.carecontracts.contracts.register;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.journal.ChangeFeed;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Caller;

/** Many contracts: searching the register and following its changes. */
@Path("/v1/contracts")
@Tag(name = "Contracts")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "The authority is not the caller's")
public class ContractListResource {
  private final ContractSearch search;
  private final RegisterAsOf asOfDay;
  private final ContractCsv csv;
  private final ChangeFeed feed;
  private final Paging paging;
  private final Caller caller;

  ContractListResource(
      ContractSearch search,
      RegisterAsOf asOfDay,
      ContractCsv csv,
      ChangeFeed feed,
      Paging paging,
      Caller caller) {
    this.search = search;
    this.asOfDay = asOfDay;
    this.csv = csv;
    this.feed = feed;
    this.paging = paging;
    this.caller = caller;
  }

  @GET
  @Authenticated
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listContracts",
      summary = "Search the authority's contracts, now or as they stood on a day")
  @APIResponse(
      responseCode = "200",
      description =
          "A page of contracts; the following page is also in the Link header. With Accept: text/csv"
              + " every contract that matches, as a spreadsheet",
      content = @Content(schema = @Schema(implementation = ContractList.class)))
  public Response list(
      @BeanParam ContractFilter filter,
      @QueryParam("asOf")
          @Parameter(
              description =
                  "Day at whose end the register is read, in London; without facets, flagged and"
                      + " orders other than created")
          @Nullable LocalDate asOf,
      @QueryParam("facets")
          @Parameter(description = "true to count values over the list, at most its newest 10,000")
          @Nullable Boolean facets,
      @QueryParam("cursor") @Parameter(description = "next of the page before")
          @Nullable String cursor,
      @QueryParam("limit") @Parameter(description = "1 to 500, otherwise 50")
          @Nullable Integer limit) {
    filter.onlyAuthority(caller.authorityOr(filter.authority()));
    boolean counted = Boolean.TRUE.equals(facets);
    if (asOf != null && counted) {
      throw ProblemException.badRequest("facets", "Facets count the register as it is today.");
    }
    String query = ContractSearch.fingerprint(filter) + (asOf == null ? "" : "@" + asOf);
    int length = Paging.limit(limit);
    Cursor from = Cursor.parse(cursor, query, 2);
    ContractSearch.Facets values = counted ? search.facets(filter) : null;
    Page<ContractRow> page =
        Page.of(
            asOf == null
                ? search.search(filter, from, length + 1, values)
                : asOfDay.search(filter, asOf, from, length + 1),
            length,
            row -> ContractSearch.after(query, row));
    List<ContractSummary> items = page.items().stream().map(ContractSummary::of).toList();
    ContractList body = ContractList.of(items, page.next(), values);
    return paging.answer(page, body);
  }

  @GET
  @Authenticated
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response listAsCsv(
      @BeanParam ContractFilter filter, @QueryParam("asOf") @Nullable LocalDate asOf) {
    filter.onlyAuthority(caller.authorityOr(filter.authority()));
    if (asOf != null) {
      RegisterAsOf.refuseWhatWasNotKnown(filter);
    }
    Acting reader = Acting.forAuthority(caller.authority(), caller.subject());
    StreamingOutput stream = out -> csv.write(reader, filter, asOf, out);
    String name = asOf == null ? "contracts.csv" : "contracts-" + asOf + ".csv";
    return Response.ok(stream, "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }

  @GET
  @Path("/changes")
  @Authenticated
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "readContractChanges",
      summary = "Follow every change of the authority's contracts, without gaps, in commit order")
  @APIResponse(
      responseCode = "200",
      description = "Changes after a place; ask again with next",
      content = @Content(schema = @Schema(implementation = ChangeFeed.Stretch.class)))
  public ChangeFeed.Stretch changes(
      @QueryParam("after") @Parameter(description = "next of the answer before")
          @Nullable String after,
      @QueryParam("types") @Parameter(description = "Event types wanted; repeat for several")
          @Nullable List<String> types,
      @QueryParam("limit") @Parameter(description = "1 to 1000, otherwise 100")
          @Nullable Integer limit,
      @QueryParam("wait") @Parameter(description = "Seconds to wait for news, at most 30")
          @Nullable Integer wait) {
    return feed.read(
        Set.of(ContractEvent.AGGREGATE),
        after,
        types == null ? Set.of() : Set.copyOf(types),
        limit,
        wait);
  }
}
