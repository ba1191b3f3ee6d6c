package uk.carecontracts.monitoring.paymentbyresults;

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
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.contracts.KnownNames;
import uk.carecontracts.monitoring.contracts.KnownNames.Names;
import uk.carecontracts.monitoring.spreadsheets.Csv;
import uk.carecontracts.monitoring.spreadsheets.CsvPageMapper;

/** Statements of what results earned. */
@Path("/v1/payment-by-results")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Payment by results", description = "What results earn under the terms of a contract")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class PaymentStatementsResource {
  private static final String OFFICER = "monitoring:write";

  private static final List<String> HEADER =
      List.of(
          "id",
          "modelId",
          "contractId",
          "providerId",
          "contractReference",
          "contractTitle",
          "providerName",
          "periodStart",
          "periodEnd",
          "status",
          "baseAmount",
          "outcomeAmount",
          "clawedBack",
          "total",
          "paidOn",
          "paymentReference");

  private final PaymentStore store;
  private final Statements statements;
  private final ProviderReach reach;
  private final Preconditions preconditions;
  private final Paging paging;
  private final KnownNames names;

  PaymentStatementsResource(
      PaymentStore store,
      Statements statements,
      ProviderReach reach,
      Preconditions preconditions,
      Paging paging,
      KnownNames names) {
    this.store = store;
    this.statements = statements;
    this.reach = reach;
    this.preconditions = preconditions;
    this.paging = paging;
    this.names = names;
  }

  @Schema(name = "PaymentStatementPage")
  private record StatementPage(List<Statement> items, @Nullable String next) {}

  /** One page of statements. */
  @GET
  @Path("/statements")
  @Operation(
      operationId = "listPaymentStatements",
      summary = "Statements of what results earned, for a provider its own")
  @APIResponse(
      responseCode = "200",
      description = "A page of statements, oldest first",
      content = @Content(schema = @Schema(implementation = StatementPage.class)))
  public Response list(@BeanParam StatementFilter filter) {
    return paging.answer(page(filter));
  }

  /** The same page for a spreadsheet. */
  @GET
  @Path("/statements")
  @Produces(Csv.TYPE)
  @Operation(
      operationId = "listPaymentStatements",
      summary = "Statements of what results earned, for a provider its own")
  @APIResponse(responseCode = "200", description = "A header line and a line for each statement")
  public Response export(@BeanParam StatementFilter filter) {
    Page<Statement> page = page(filter);
    Names known = names.of(page.items(), each -> each.contractId(), each -> each.providerId());
    return CsvPageMapper.answer(
        paging,
        HEADER,
        page,
        statement ->
            line(
                statement.id(),
                statement.modelId(),
                statement.contractId(),
                statement.providerId(),
                known.reference(statement.contractId()),
                known.title(statement.contractId()),
                known.provider(statement.contractId(), statement.providerId()),
                statement.periodStart(),
                statement.periodEnd(),
                statement.status(),
                Money.gbp(statement.content().baseAmount()),
                Money.gbp(statement.content().outcomeAmount()),
                Money.gbp(statement.content().clawedBack()),
                Money.gbp(statement.content().total()),
                statement.paidOn(),
                statement.paymentReference()));
  }

  private Page<Statement> page(StatementFilter filter) {
    filter.providerId = reach.narrow(filter.providerId);
    return Page.byId(
        filter.fingerprint(),
        filter.cursor,
        filter.limit,
        (after, most) -> store.statements(filter, after, most),
        statement -> statement.id());
  }

  /** Draws a statement up. */
  @POST
  @Path("/models/{id}/statements")
  @Transactional
  @Idempotent
  @RolesAllowed(OFFICER)
  @Operation(
      operationId = "drawUpStatement",
      summary = "Draw up the statement of a period of whole months, with every step shown")
  @APIResponse(
      responseCode = "201",
      description = "The draft",
      content = @Content(schema = @Schema(implementation = Statement.class)))
  @APIResponse(responseCode = "404", description = "There is no such model")
  @APIResponse(responseCode = "409", description = "Another statement covers some of these days")
  @APIResponse(responseCode = "422", description = "The period cannot be")
  public Response draw(
      @Parameter(description = "The model") @PathParam("id") UUID id,
      @NotNull @Valid PaymentRequests.StatementRequest request) {
    Statement statement = statements.draw(id, request);
    return preconditions.created(statement, statement.id(), statement.version());
  }

  /** One statement. */
  @GET
  @Path("/statements/{id}")
  @Operation(operationId = "getPaymentStatement", summary = "One statement with its working")
  @APIResponse(
      responseCode = "200",
      description = "The statement, with its ETag",
      content = @Content(schema = @Schema(implementation = Statement.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such statement")
  public Response get(@Parameter(description = "The statement") @PathParam("id") UUID id) {
    Statement statement = statements.statement(id, false);
    reach.requireParty(statement.providerId());
    return preconditions.answer(statement, Preconditions.etag(statement.version()));
  }

  /** Draws a draft up anew. */
  @POST
  @Path("/statements/{id}/recalculate")
  @Transactional
  @Idempotent
  @RolesAllowed(OFFICER)
  @Operation(
      operationId = "recalculateStatement",
      summary = "Draw a draft up anew from the claims as they stand (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The draft as it is now",
      content = @Content(schema = @Schema(implementation = Statement.class)))
  @APIResponse(responseCode = "404", description = "There is no such statement")
  @APIResponse(responseCode = "409", description = "It is agreed and stands")
  @APIResponse(responseCode = "412", description = "The statement changed since it was read")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response recalculate(@Parameter(description = "The statement") @PathParam("id") UUID id) {
    return changed(statements.recalculate(id, preconditions::requireMatch));
  }

  /** Agrees a draft. */
  @POST
  @Path("/statements/{id}/agree")
  @Transactional
  @Idempotent
  @RolesAllowed(OFFICER)
  @Operation(
      operationId = "agreeStatement",
      summary = "Agree a draft; it never changes from then on (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The statement as agreed",
      content = @Content(schema = @Schema(implementation = Statement.class)))
  @APIResponse(responseCode = "404", description = "There is no such statement")
  @APIResponse(
      responseCode = "409",
      description = "It was agreed before, is outdated, or results of its period are undecided")
  @APIResponse(responseCode = "412", description = "The statement changed since it was read")
  @APIResponse(responseCode = "422", description = "The agreement ended within the period")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response agree(@Parameter(description = "The statement") @PathParam("id") UUID id) {
    return changed(statements.agree(id, preconditions::requireMatch));
  }

  /** Notes a payment. */
  @POST
  @Path("/statements/{id}/pay")
  @Transactional
  @Idempotent
  @RolesAllowed(OFFICER)
  @Operation(operationId = "payStatement", summary = "Note that a statement was paid (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The statement as paid",
      content = @Content(schema = @Schema(implementation = Statement.class)))
  @APIResponse(responseCode = "404", description = "There is no such statement")
  @APIResponse(responseCode = "409", description = "It is not agreed, or was paid before")
  @APIResponse(responseCode = "412", description = "The statement changed since it was read")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response pay(
      @Parameter(description = "The statement") @PathParam("id") UUID id,
      @NotNull @Valid PaymentRequests.PaymentMade made) {
    return changed(statements.pay(id, preconditions::requireMatch, made));
  }

  private Response changed(Statement statement) {
    return preconditions.changed(statement, statement.version());
  }
}
