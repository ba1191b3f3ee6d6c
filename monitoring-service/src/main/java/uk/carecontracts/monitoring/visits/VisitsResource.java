package uk.carecontracts.monitoring.visits;

import static uk.carecontracts.monitoring.spreadsheets.Csv.line;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.spreadsheets.Csv;
import uk.carecontracts.monitoring.spreadsheets.CsvPageMapper;

/** Visits and their figures over HTTP. */
@Path("/v1/visits")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Visits", description = "Homecare visits as planned and as made, and their figures")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class VisitsResource {
  private static final List<String> HEADER =
      List.of(
          "visitId",
          "contractId",
          "providerId",
          "area",
          "person",
          "carers",
          "plannedStart",
          "plannedMinutes",
          "actualStart",
          "actualEnd",
          "status",
          "preferenceMet",
          "onTime",
          "shortVisit",
          "minutesDelivered",
          "recordedAt");

  private final VisitQueries queries;
  private final TermsStore terms;
  private final TermsDesk termsDesk;
  private final Recounts recounts;
  private final ProviderReach reach;
  private final Caller caller;
  private final Paging paging;

  VisitsResource(
      VisitQueries queries,
      TermsStore terms,
      TermsDesk termsDesk,
      Recounts recounts,
      ProviderReach reach,
      Caller caller,
      Paging paging) {
    this.queries = queries;
    this.terms = terms;
    this.termsDesk = termsDesk;
    this.recounts = recounts;
    this.reach = reach;
    this.caller = caller;
    this.paging = paging;
  }

  @Schema(name = "VisitPage")
  private record VisitPage(List<VisitView> items, @Nullable String next) {}

  @Schema(name = "VisitTermsList")
  private record TermsList(List<VisitTerms> items) {}

  /** One page of visits. */
  @GET
  @Operation(
      operationId = "listVisits",
      summary = "Visits of the authority by month, contract and start, for a provider its own")
  @APIResponse(
      responseCode = "200",
      description = "A page of visits",
      content = @Content(schema = @Schema(implementation = VisitPage.class)))
  public Response list(@BeanParam VisitFilter filter) {
    return paging.answer(page(filter));
  }

  /** The same page for a spreadsheet. */
  @GET
  @Produces(Csv.TYPE)
  @Operation(
      operationId = "listVisits",
      summary = "Visits of the authority by month, contract and start, for a provider its own")
  @APIResponse(responseCode = "200", description = "A header line and a line for each visit")
  public Response export(@BeanParam VisitFilter filter) {
    return CsvPageMapper.answer(paging, HEADER, page(filter), VisitsResource::cells);
  }

  private static List<@Nullable Object> cells(VisitView visit) {
    return line(
        visit.visitId(),
        visit.contractId(),
        visit.providerId(),
        visit.area(),
        visit.person(),
        String.join(";", visit.carers()),
        visit.plannedStart(),
        visit.plannedMinutes(),
        visit.actualStart(),
        visit.actualEnd(),
        visit.status(),
        visit.preferenceMet(),
        visit.onTime(),
        visit.shortVisit(),
        visit.minutesDelivered(),
        visit.recordedAt());
  }

  private Page<VisitView> page(VisitFilter filter) {
    filter.providerId = reach.narrow(filter.providerId);
    int length = Paging.limit(filter.limit);
    String query = filter.fingerprint();
    Cursor from = Cursor.parse(filter.cursor, query, 4);
    Page<VisitQueries.Placed> page =
        Page.of(
            queries.visits(
                filter,
                MonthText.first("month", filter.month),
                from == null ? null : place(from),
                length + 1),
            length,
            row ->
                Cursor.after(
                    query,
                    row.place().month(),
                    row.place().contractId(),
                    row.place().plannedStart(),
                    row.place().key()));
    return page.map(VisitQueries.Placed::visit);
  }

  private static VisitQueries.Place place(Cursor cursor) {
    return new VisitQueries.Place(cursor.day(0), cursor.id(1), cursor.moment(2), cursor.id(3));
  }

  /** The terms. */
  @GET
  @Path("/terms")
  @Operation(
      operationId = "listVisitTerms",
      summary = "What counts as on time and as short, by contract and day")
  @APIResponse(
      responseCode = "200",
      description = "Terms of contracts first, then the authority's and the shared defaults",
      content = @Content(schema = @Schema(implementation = TermsList.class)))
  public Response terms(
      @Parameter(description = "Only this contract's terms and the defaults")
          @QueryParam("contractId")
          @Nullable UUID contractId) {
    reach.requireOfficer();
    return Response.ok(new TermsList(terms.list(contractId))).build();
  }

  /** Agrees terms. */
  @POST
  @Path("/terms")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "agreeVisitTerms",
      summary = "Agree what counts as on time and as short; visits concerned are judged anew")
  @APIResponse(
      responseCode = "201",
      description = "The terms; the same contract and day again replaces them",
      content = @Content(schema = @Schema(implementation = VisitTerms.class)))
  @APIResponse(responseCode = "422", description = "The terms cannot be agreed")
  public Response agreeTerms(@NotNull @Valid TermsAgreement agreement) {
    return Response.status(Response.Status.CREATED).entity(termsDesk.agree(agreement)).build();
  }

  /**
   * Months to recount.
   *
   * @param from first month, such as 2026-04
   * @param to last month
   * @param repair true to put the recounted figures in the place of differing ones
   */
  @Schema(name = "VisitRecountRequest")
  public record RecountRequest(
      @NotNull String from, @NotNull String to, @Nullable Boolean repair) {}

  /** Recounts. */
  @POST
  @Path("/recounts")
  @RolesAllowed("admin")
  @Operation(
      operationId = "recountVisits",
      summary = "Count the authority's visits from scratch and report where kept figures differ")
  @APIResponse(
      responseCode = "200",
      description = "What was counted, and every difference",
      content = @Content(schema = @Schema(implementation = Recount.class)))
  public Response recount(@NotNull @Valid RecountRequest request) {
    LocalDate from = Objects.requireNonNull(MonthText.first("/from", request.from()));
    LocalDate to = Objects.requireNonNull(MonthText.first("/to", request.to()));
    if (to.isBefore(from)) {
      throw ProblemException.badRequest("/to", "The last month is before the first.");
    }
    return Response.ok(
            recounts.recount(
                caller.authority(),
                YearMonth.from(from),
                YearMonth.from(to),
                Boolean.TRUE.equals(request.repair())))
        .build();
  }
}
