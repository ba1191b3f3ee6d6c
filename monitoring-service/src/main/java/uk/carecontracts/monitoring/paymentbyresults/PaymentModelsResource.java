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
import java.util.stream.Collectors;
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

/** Agreements that pay for results. */
@Path("/v1/payment-by-results")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Payment by results", description = "What results earn under the terms of a contract")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class PaymentModelsResource {
  private static final String OFFICER = "monitoring:write";
  private static final List<String> HEADER =
      List.of(
          "id",
          "contractId",
          "contractReference",
          "providerId",
          "status",
          "startsOn",
          "endsOn",
          "annualFee",
          "atRiskPercent",
          "outcomes",
          "tariff",
          "cap");

  private final PaymentStore store;
  private final Statements statements;
  private final ProviderReach reach;
  private final Preconditions preconditions;
  private final Paging paging;

  PaymentModelsResource(
      PaymentStore store,
      Statements statements,
      ProviderReach reach,
      Preconditions preconditions,
      Paging paging) {
    this.store = store;
    this.statements = statements;
    this.reach = reach;
    this.preconditions = preconditions;
    this.paging = paging;
  }

  @Schema(name = "PaymentModelPage")
  private record ModelPage(List<PaymentModel> items, @Nullable String next) {}

  /** One page of models. */
  @GET
  @Path("/models")
  @Operation(
      operationId = "listPaymentModels",
      summary = "Agreements that pay for results, for a provider its own")
  @APIResponse(
      responseCode = "200",
      description = "A page of models, oldest first",
      content = @Content(schema = @Schema(implementation = ModelPage.class)))
  public Response models(@BeanParam ModelFilter filter) {
    return paging.answer(page(filter));
  }

  /** The same page for a spreadsheet. */
  @GET
  @Path("/models")
  @Produces(Csv.TYPE)
  @Operation(
      operationId = "listPaymentModels",
      summary = "Agreements that pay for results, for a provider its own")
  @APIResponse(responseCode = "200", description = "A header line and a line for each model")
  public Response export(@BeanParam ModelFilter filter) {
    return CsvPageMapper.answer(paging, HEADER, page(filter), PaymentModelsResource::cells);
  }

  private static List<@Nullable Object> cells(PaymentModel model) {
    ModelTerms terms = model.terms();
    return line(
        model.id(),
        model.contractId(),
        model.contractReference(),
        model.providerId(),
        model.status(),
        model.startsOn(),
        model.endsOn(),
        terms.annualFee(),
        terms.atRiskPercent(),
        terms.outcomes() == null
            ? null
            : terms.outcomes().stream().map(each -> each.name()).collect(Collectors.joining("; ")),
        terms.tariff(),
        terms.cap());
  }

  private Page<PaymentModel> page(ModelFilter filter) {
    UUID provider = reach.only();
    return Page.byId(
        filter.fingerprint(),
        filter.cursor,
        filter.limit,
        (after, most) -> store.models(filter.contractId, provider, after, most),
        model -> model.id());
  }

  /** Agrees a model. */
  @POST
  @Path("/models")
  @Transactional
  @Idempotent
  @RolesAllowed(OFFICER)
  @Operation(operationId = "agreePaymentModel", summary = "Agree how a contract pays for results")
  @APIResponse(
      responseCode = "201",
      description = "The model, with its ETag and place",
      content = @Content(schema = @Schema(implementation = PaymentModel.class)))
  @APIResponse(responseCode = "409", description = "The contract has an active model")
  @APIResponse(responseCode = "422", description = "The terms cannot be paid out")
  public Response agree(@NotNull @Valid PaymentRequests.ModelAgreement agreement) {
    PaymentModel model = statements.agree(agreement);
    return preconditions.created(model, model.id(), model.version());
  }

  /** One model. */
  @GET
  @Path("/models/{id}")
  @Operation(operationId = "getPaymentModel", summary = "One agreement")
  @APIResponse(
      responseCode = "200",
      description = "The model, with its ETag",
      content = @Content(schema = @Schema(implementation = PaymentModel.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such model")
  public Response model(@Parameter(description = "The model") @PathParam("id") UUID id) {
    PaymentModel model = statements.model(id, false);
    reach.requireParty(model.providerId());
    return preconditions.answer(model, Preconditions.etag(model.version()));
  }

  /** Ends a model. */
  @POST
  @Path("/models/{id}/end")
  @Transactional
  @Idempotent
  @RolesAllowed(OFFICER)
  @Operation(operationId = "endPaymentModel", summary = "End an agreement (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The model as ended",
      content = @Content(schema = @Schema(implementation = PaymentModel.class)))
  @APIResponse(responseCode = "404", description = "There is no such model")
  @APIResponse(responseCode = "409", description = "It ended before")
  @APIResponse(responseCode = "412", description = "The model changed since it was read")
  @APIResponse(responseCode = "422", description = "The day cannot be")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response end(
      @Parameter(description = "The model") @PathParam("id") UUID id,
      @NotNull @Valid PaymentRequests.ModelEnd end) {
    PaymentModel model = statements.end(id, preconditions::requireMatch, end.endsOn());
    return preconditions.changed(model, model.version());
  }
}
