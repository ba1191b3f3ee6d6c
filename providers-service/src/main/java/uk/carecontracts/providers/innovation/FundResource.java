package uk.carecontracts.providers.innovation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.tenancy.Caller;

/** Funds that are invested to save. */
@Path("/v1/innovation-funds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Innovation")
@SecurityRequirement(name = "bearer")
public class FundResource {

  private final FundRepository funds;
  private final EntryRepository entries;
  private final InnovationDesk desk;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Paging paging;

  FundResource(
      FundRepository funds,
      EntryRepository entries,
      InnovationDesk desk,
      Caller caller,
      Preconditions preconditions,
      Paging paging) {
    this.funds = funds;
    this.entries = entries;
    this.desk = desk;
    this.caller = caller;
    this.preconditions = preconditions;
    this.paging = paging;
  }

  /** Shape of a page, for the API document. */
  @Schema(name = "InnovationFundPage")
  public record FundPage(List<Fund.State> items, @Nullable String next) {}

  /** Shape of a page, for the API document. */
  @Schema(name = "InnovationFundEntryPage")
  public record EntryPage(List<FundEntry.State> items, @Nullable String next) {}

  /** Opens a fund. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(operationId = "openInnovationFund", summary = "Open an invest-to-save fund")
  @APIResponse(
      responseCode = "201",
      description = "Open and empty",
      content = @Content(schema = @Schema(implementation = Fund.State.class)))
  public Response open(@Valid @NotNull ProposalForms.NewFund form) {
    Fund fund = desk.open(caller.authority(), form, caller.subject());
    return preconditions.created(fund.state(), fund.id(), fund.version());
  }

  /** Lists funds. */
  @GET
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(operationId = "listInnovationFunds", summary = "Your funds, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of funds",
      content = @Content(schema = @Schema(implementation = FundPage.class)))
  public Response list(@BeanParam ListFilter part) {
    return paging.answer(
        Page.byId(
                Cursor.fingerprint("funds"),
                part.cursor,
                part.limit,
                (before, most) -> funds.page(before, most),
                row -> row.id())
            .map(Fund::state));
  }

  /** Reads a fund. */
  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(operationId = "getInnovationFund", summary = "Read a fund and its balance")
  @APIResponse(
      responseCode = "200",
      description = "The fund",
      content = @Content(schema = @Schema(implementation = Fund.State.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  public Response get(@PathParam("id") @Parameter(description = "The fund") UUID id) {
    Fund fund = funds.require(id);
    return preconditions.answer(fund.state(), Preconditions.etag(fund.version()));
  }

  /** Puts money in. */
  @POST
  @Path("/{id}/contributions")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(operationId = "contributeToFund", summary = "Put money into a fund")
  @APIResponse(
      responseCode = "200",
      description = "The fund with its new balance",
      content = @Content(schema = @Schema(implementation = Fund.State.class)))
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response contribute(
      @PathParam("id") @Parameter(description = "The fund") UUID id,
      @Valid @NotNull ProposalForms.Contribution form) {
    Fund fund = funds.requireLocked(id);
    preconditions.requireMatch(fund.version());
    desk.contribute(fund, form, caller.subject());
    return preconditions.changed(fund.state(), fund.version());
  }

  /** Lists movements. */
  @GET
  @Path("/{id}/entries")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "listFundEntries",
      summary = "Every movement of a fund with the balance after it, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of movements",
      content = @Content(schema = @Schema(implementation = EntryPage.class)))
  public Response entries(
      @PathParam("id") @Parameter(description = "The fund") UUID id, @BeanParam ListFilter part) {
    funds.require(id);
    return paging.answer(
        Page.byId(
                Cursor.fingerprint("fund-entries", id),
                part.cursor,
                part.limit,
                (before, most) -> entries.of(id, before, most),
                row -> row.id())
            .map(FundEntry::state));
  }
}
