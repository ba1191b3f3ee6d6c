package uk.carecontracts.monitoring.indicators;

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
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.monitoring.spreadsheets.Csv;
import uk.carecontracts.monitoring.spreadsheets.CsvPageMapper;

/** The catalogue of indicators over HTTP. */
@Path("/v1/indicators")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Indicators", description = "What can be measured, as dated reference data")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class IndicatorsResource {
  private static final List<String> HEADER =
      List.of(
          "code",
          "title",
          "outcome",
          "level",
          "unit",
          "direction",
          "baseline",
          "target",
          "tolerance",
          "weight",
          "numerator",
          "denominator",
          "validFrom",
          "source");

  private final Catalogue catalogue;
  private final Caller caller;
  private final Paging paging;
  private final Clock clock;

  IndicatorsResource(Catalogue catalogue, Caller caller, Paging paging, Clock clock) {
    this.catalogue = catalogue;
    this.caller = caller;
    this.paging = paging;
    this.clock = clock;
  }

  @Schema(name = "IndicatorPage")
  private record IndicatorPage(List<Indicator> items, @Nullable String next) {}

  /** One page by code. */
  @GET
  @Operation(
      operationId = "listIndicators",
      summary = "Indicators that hold on a day: the shared starter set and the authority's own")
  @APIResponse(
      responseCode = "200",
      description = "A page of indicators by code",
      content = @Content(schema = @Schema(implementation = IndicatorPage.class)))
  public Response list(@BeanParam IndicatorFilter filter) {
    return paging.answer(page(filter));
  }

  /** The same page for a spreadsheet. */
  @GET
  @Produces(Csv.TYPE)
  @Operation(
      operationId = "listIndicators",
      summary = "Indicators that hold on a day: the shared starter set and the authority's own")
  @APIResponse(responseCode = "200", description = "A header line and a line for each indicator")
  public Response export(@BeanParam IndicatorFilter filter) {
    return CsvPageMapper.answer(
        paging,
        HEADER,
        page(filter),
        i ->
            line(
                i.code(),
                i.title(),
                i.outcomeTitle(),
                i.level(),
                i.unit(),
                i.direction(),
                i.baseline(),
                i.target(),
                i.tolerance(),
                i.weight(),
                i.numerator(),
                i.denominator(),
                i.validFrom(),
                i.source()));
  }

  private Page<Indicator> page(IndicatorFilter filter) {
    int length = Paging.limit(filter.limit);
    String query = filter.fingerprint();
    Cursor from = Cursor.parse(filter.cursor, query, 1);
    return Page.of(
        catalogue.page(
            caller.authority(),
            filter.asOf == null ? LocalDate.now(clock) : filter.asOf,
            filter.outcome,
            from == null ? null : from.values().get(0),
            length + 1),
        length,
        indicator -> Cursor.after(query, indicator.code()));
  }

  /** Defines an indicator of the authority's own. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "defineIndicator",
      summary = "Define an indicator of the authority's own, or a newer version of one")
  @APIResponse(
      responseCode = "201",
      description = "The indicator",
      content = @Content(schema = @Schema(implementation = Indicator.class)))
  @APIResponse(responseCode = "409", description = "The code is defined from this day already")
  public Response define(@NotNull @Valid IndicatorDefinition definition) {
    Indicator indicator = definition.by(caller.authority(), LocalDate.now(clock));
    catalogue.add(indicator);
    return Response.status(Response.Status.CREATED).entity(indicator).build();
  }
}
