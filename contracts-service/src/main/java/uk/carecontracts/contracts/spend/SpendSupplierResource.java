package uk.carecontracts.contracts.spend;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.tenancy.Caller;

/** The suppliers of an authority's ledger. */
@Path("/v1/spend/suppliers")
@Tag(name = "Spend")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "The scope is missing")
public class SpendSupplierResource {
  private final SupplierLinkDesk desk;
  private final Paging paging;
  private final Preconditions preconditions;
  private final Caller caller;

  SpendSupplierResource(
      SupplierLinkDesk desk, Paging paging, Preconditions preconditions, Caller caller) {
    this.desk = desk;
    this.paging = paging;
    this.preconditions = preconditions;
    this.caller = caller;
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(operationId = "listSpendSuppliers", summary = "Whom the authority pays")
  @APIResponse(responseCode = "200", description = "A page of suppliers")
  public RestResponse<Page<SpendViews.LedgerSupplier>> list(
      @QueryParam("name") @Parameter(description = "Part of the name") @Nullable String name,
      @QueryParam("status")
          @Parameter(description = "Only suppliers with payment lines of this status")
          @Nullable PaymentStatus status,
      @BeanParam ListFilter part) {
    return paging.page(
        Page.byId(
            Cursor.fingerprint("spend-suppliers", name, status),
            part.cursor,
            part.limit,
            (after, most) -> desk.list(caller.authority(), name, status, after, most),
            row -> row.id()));
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Transactional
  @Operation(operationId = "getSpendSupplier", summary = "A supplier of the ledger")
  @APIResponse(
      responseCode = "200",
      description = "The supplier with its identifiers and links",
      content = @Content(schema = @Schema(implementation = SpendViews.LedgerSupplier.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  @APIResponse(responseCode = "404", description = "There is no such supplier")
  public Response get(
      @PathParam("id") @Parameter(description = "Identity of the supplier") UUID id) {
    SpendViews.LedgerSupplier supplier = desk.require(id);
    String mark = Integer.toUnsignedString(supplier.hashCode(), 36);
    return preconditions.answer(supplier, Preconditions.etag(supplier.version(), mark));
  }

  @PUT
  @Path("/{id}/link")
  @RolesAllowed("contracts:write")
  @Transactional
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "linkSpendSupplier",
      summary = "Say which provider or contract a supplier's payments belong to",
      description =
          "For what identifiers and names do not tell. Payments are matched anew at once; a contract"
              + " takes payments only within its dates.")
  @APIResponse(
      responseCode = "200",
      description = "The supplier as linked",
      content = @Content(schema = @Schema(implementation = SpendViews.LedgerSupplier.class)))
  @APIResponse(responseCode = "404", description = "There is no such supplier")
  @APIResponse(responseCode = "412", description = "Someone changed it since it was read")
  @APIResponse(responseCode = "422", description = "Payments cannot be under this contract")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response link(
      @PathParam("id") @Parameter(description = "Identity of the supplier") UUID id,
      @NotNull @Valid SupplierLink link) {
    SpendViews.LedgerSupplier linked = desk.link(id, preconditions::requireMatch, link);
    return preconditions.changed(linked, linked.version());
  }
}
