package uk.carecontracts.monitoring.returns;

import static uk.carecontracts.monitoring.spreadsheets.Csv.line;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.spreadsheets.Csv;
import uk.carecontracts.monitoring.spreadsheets.CsvPageMapper;

/** Returns over HTTP. */
@Path("/v1/returns")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Returns", description = "What providers report for a period")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(
    responseCode = "403",
    description = "The token does not allow this, or its provider is not the supplier")
public class ReturnsResource {
  private static final String SUBMIT = "returns:submit";
  private static final String OFFICER = "monitoring:write";
  private static final List<String> HEADER =
      List.of(
          "id",
          "contractReference",
          "provider",
          "periodStart",
          "periodEnd",
          "dueOn",
          "status",
          "submittedAt",
          "late");

  private final Returns returns;
  private final ReturnQueries queries;
  private final ProviderReach reach;
  private final Preconditions preconditions;
  private final HttpHeaders headers;
  private final Paging paging;
  private final Clock clock;

  ReturnsResource(
      Returns returns,
      ReturnQueries queries,
      ProviderReach reach,
      Preconditions preconditions,
      HttpHeaders headers,
      Paging paging,
      Clock clock) {
    this.returns = returns;
    this.queries = queries;
    this.reach = reach;
    this.preconditions = preconditions;
    this.headers = headers;
    this.paging = paging;
    this.clock = clock;
  }

  @Schema(name = "ReturnPage")
  private record ReturnPage(List<ReturnSummary> items, @Nullable String next) {}

  /** One page of returns. */
  @GET
  @Operation(
      operationId = "listReturns",
      summary = "Returns of the authority, for a provider its own")
  @APIResponse(
      responseCode = "200",
      description = "A page of returns, oldest first",
      content = @Content(schema = @Schema(implementation = ReturnPage.class)))
  public Response list(@BeanParam ReturnFilter filter) {
    return paging.answer(page(filter));
  }

  /** The same page for a spreadsheet. */
  @GET
  @Produces(Csv.TYPE)
  @Operation(
      operationId = "listReturns",
      summary = "Returns of the authority, for a provider its own")
  @APIResponse(responseCode = "200", description = "A header line and a line for each return")
  public Response export(@BeanParam ReturnFilter filter) {
    return CsvPageMapper.answer(
        paging,
        HEADER,
        page(filter),
        item ->
            line(
                item.id(),
                item.contractReference(),
                item.providerName(),
                item.periodStart(),
                item.periodEnd(),
                item.dueOn(),
                item.status(),
                item.submittedAt(),
                item.late()));
  }

  private Page<ReturnSummary> page(ReturnFilter filter) {
    filter.providerId = reach.narrow(filter.providerId);
    return Page.byId(
        filter.fingerprint(),
        filter.cursor,
        filter.limit,
        (after, most) -> queries.returns(filter, LocalDate.now(clock), after, most),
        item -> item.id());
  }

  /** Begins a return. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({SUBMIT, OFFICER})
  @Operation(
      operationId = "beginReturn",
      summary = "Begin a return for a period, as a draft or submitted at once")
  @APIResponse(
      responseCode = "201",
      description = "The return, with its ETag and place",
      content = @Content(schema = @Schema(implementation = ReturnState.class)))
  @APIResponse(responseCode = "409", description = "The period has a return already")
  @APIResponse(responseCode = "422", description = "The values do not hold together")
  public Response begin(@NotNull @Valid ReturnDraft draft) {
    ReturnState begun = returns.begin(draft);
    return preconditions.created(begun, begun.id(), begun.version());
  }

  /** One return. */
  @GET
  @Path("/{id}")
  @Operation(operationId = "getReturn", summary = "One return with its observations")
  @APIResponse(
      responseCode = "200",
      description = "The return, with its ETag",
      content = @Content(schema = @Schema(implementation = ReturnState.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such return")
  public Response get(@Parameter(description = "The return") @PathParam("id") UUID id) {
    ReturnState found = returns.get(id);
    return preconditions.answer(found, Preconditions.etag(found.version()));
  }

  /** Replaces what a draft says. */
  @PUT
  @Path("/{id}")
  @Transactional
  @RolesAllowed({SUBMIT, OFFICER})
  @Operation(
      operationId = "correctReturn",
      summary = "Replace the content of a draft or of a return sent back (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The return as corrected",
      content = @Content(schema = @Schema(implementation = ReturnState.class)))
  @APIResponse(responseCode = "404", description = "There is no such return")
  @APIResponse(responseCode = "409", description = "The return is submitted or locked")
  @APIResponse(responseCode = "412", description = "The return changed since it was read")
  @APIResponse(responseCode = "422", description = "The values do not hold together")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response correct(
      @Parameter(description = "The return") @PathParam("id") UUID id,
      @NotNull @Valid ReturnContent content) {
    return changed(returns.correct(id, preconditions::requireMatch, content));
  }

  /** Hands a return in. */
  @POST
  @Path("/{id}/submit")
  @Transactional
  @Idempotent
  @RolesAllowed({SUBMIT, OFFICER})
  @Operation(operationId = "submitReturn", summary = "Hand a return in (If-Match is honoured)")
  @APIResponse(
      responseCode = "200",
      description = "The return as submitted",
      content = @Content(schema = @Schema(implementation = ReturnState.class)))
  @APIResponse(responseCode = "404", description = "There is no such return")
  @APIResponse(responseCode = "409", description = "The return is submitted or locked")
  @APIResponse(responseCode = "412", description = "The return changed since it was read")
  @APIResponse(responseCode = "422", description = "A required indicator has no value")
  public Response submit(@Parameter(description = "The return") @PathParam("id") UUID id) {
    return changed(returns.submit(id, this::honourMatch));
  }

  /** Sends a return back. */
  @POST
  @Path("/{id}/send-back")
  @Transactional
  @Idempotent
  @RolesAllowed(OFFICER)
  @Operation(
      operationId = "sendReturnBack",
      summary = "Send a submitted return back with reasons (If-Match is honoured)")
  @APIResponse(
      responseCode = "200",
      description = "The return as sent back",
      content = @Content(schema = @Schema(implementation = ReturnState.class)))
  @APIResponse(responseCode = "404", description = "There is no such return")
  @APIResponse(responseCode = "409", description = "The return is not submitted")
  @APIResponse(responseCode = "412", description = "The return changed since it was read")
  public Response sendBack(
      @Parameter(description = "The return") @PathParam("id") UUID id,
      @NotNull @Valid SendBack sendBack) {
    return changed(returns.sendBack(id, this::honourMatch, sendBack.reasons()));
  }

  /** Accepts a return. */
  @POST
  @Path("/{id}/approve")
  @Transactional
  @Idempotent
  @RolesAllowed(OFFICER)
  @Operation(
      operationId = "approveReturn",
      summary = "Accept a submitted return and lock it (If-Match is honoured)")
  @APIResponse(
      responseCode = "200",
      description = "The return as approved",
      content = @Content(schema = @Schema(implementation = ReturnState.class)))
  @APIResponse(responseCode = "404", description = "There is no such return")
  @APIResponse(responseCode = "409", description = "The return is not submitted")
  @APIResponse(responseCode = "412", description = "The return changed since it was read")
  public Response approve(@Parameter(description = "The return") @PathParam("id") UUID id) {
    return changed(returns.approve(id, this::honourMatch));
  }

  private Response changed(ReturnState state) {
    return preconditions.changed(state, state.version());
  }

  /**
   * The state of a return guards its transitions; a version is compared when the caller names one.
   */
  private void honourMatch(long version) {
    if (headers.getHeaderString(HttpHeaders.IF_MATCH) != null) {
      preconditions.requireMatch(version);
    }
  }
}
