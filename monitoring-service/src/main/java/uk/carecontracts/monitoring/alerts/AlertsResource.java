package uk.carecontracts.monitoring.alerts;

import static uk.carecontracts.monitoring.spreadsheets.Csv.line;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.contracts.KnownNames;
import uk.carecontracts.monitoring.contracts.KnownNames.Names;
import uk.carecontracts.monitoring.spreadsheets.Csv;
import uk.carecontracts.monitoring.spreadsheets.CsvPageMapper;

/** Alerts over HTTP; for officers. */
@Path("/v1/alerts")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Alerts", description = "What officers should look at now")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class AlertsResource {
  private static final List<String> HEADER =
      List.of(
          "id",
          "kind",
          "severity",
          "status",
          "message",
          "contractId",
          "providerId",
          "contractReference",
          "contractTitle",
          "providerName",
          "openedAt",
          "occurrences",
          "acknowledgedBy",
          "note");

  private final Alerts alerts;
  private final AlertStore store;
  private final ProviderReach reach;
  private final Preconditions preconditions;
  private final Paging paging;
  private final KnownNames names;

  AlertsResource(
      Alerts alerts,
      AlertStore store,
      ProviderReach reach,
      Preconditions preconditions,
      Paging paging,
      KnownNames names) {
    this.alerts = alerts;
    this.store = store;
    this.reach = reach;
    this.preconditions = preconditions;
    this.paging = paging;
    this.names = names;
  }

  @Schema(name = "AlertPage")
  private record AlertPage(List<Alert> items, @Nullable String next) {}

  /**
   * What an officer says to an alert.
   *
   * @param note what is done about it
   */
  @Schema(name = "AlertAcknowledgement")
  public record Acknowledgement(@Nullable @Size(max = 2000) String note) {}

  /** One page of alerts. */
  @GET
  @Operation(operationId = "listAlerts", summary = "Alerts of the authority, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of alerts",
      content = @Content(schema = @Schema(implementation = AlertPage.class)))
  public Response list(@BeanParam AlertFilter filter) {
    return paging.answer(page(filter));
  }

  /** The same page for a spreadsheet. */
  @GET
  @Produces(Csv.TYPE)
  @Operation(operationId = "listAlerts", summary = "Alerts of the authority, newest first")
  @APIResponse(responseCode = "200", description = "A header line and a line for each alert")
  public Response export(@BeanParam AlertFilter filter) {
    Page<Alert> page = page(filter);
    Names known = names.of(page.items(), each -> each.contractId(), each -> each.providerId());
    return CsvPageMapper.answer(
        paging,
        HEADER,
        page,
        alert ->
            line(
                alert.id(),
                alert.kind(),
                alert.severity(),
                alert.status(),
                alert.message(),
                alert.contractId(),
                alert.providerId(),
                known.reference(alert.contractId()),
                known.title(alert.contractId()),
                known.provider(alert.contractId(), alert.providerId()),
                alert.openedAt(),
                alert.occurrences(),
                alert.acknowledgedBy(),
                alert.note()));
  }

  private Page<Alert> page(AlertFilter filter) {
    reach.requireOfficer();
    return Page.byId(
        filter.fingerprint(),
        filter.cursor,
        filter.limit,
        (before, most) -> store.page(filter, before, most),
        alert -> alert.id());
  }

  /** One alert. */
  @GET
  @Path("/{id}")
  @Operation(operationId = "getAlert", summary = "One alert")
  @APIResponse(
      responseCode = "200",
      description = "The alert, with its ETag",
      content = @Content(schema = @Schema(implementation = Alert.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such alert")
  public Response get(@Parameter(description = "The alert") @PathParam("id") UUID id) {
    reach.requireOfficer();
    Alert alert = store.find(id, false).orElseThrow(() -> ProblemException.notFound("alert", id));
    return preconditions.answer(alert, Preconditions.etag(alert.version()));
  }

  /** Acknowledges an alert. */
  @POST
  @Path("/{id}/acknowledge")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "acknowledgeAlert",
      summary = "Say that an alert was seen and what is done about it (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The alert as acknowledged",
      content = @Content(schema = @Schema(implementation = Alert.class)))
  @APIResponse(responseCode = "404", description = "There is no such alert")
  @APIResponse(responseCode = "409", description = "It is acknowledged or resolved")
  @APIResponse(responseCode = "412", description = "The alert changed since it was read")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response acknowledge(
      @Parameter(description = "The alert") @PathParam("id") UUID id,
      @NotNull @Valid Acknowledgement acknowledgement) {
    Alert alert = alerts.acknowledge(id, preconditions::requireMatch, acknowledgement.note());
    return preconditions.changed(alert, alert.version());
  }
}
