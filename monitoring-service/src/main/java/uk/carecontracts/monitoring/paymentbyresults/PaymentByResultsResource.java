package uk.carecontracts.monitoring.paymentbyresults;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Payment by results over HTTP: open to everyone, nothing is stored. */
@Path("/v1/payment-by-results")
@Tag(name = "Payment by results", description = "What results earn under the terms of a contract")
public class PaymentByResultsResource {

  /** Works out a payment. */
  @POST
  @Path("/quotes")
  @PermitAll
  @Operation(
      operationId = "quotePaymentByResults",
      summary = "Work out a payment from outcomes or from verified people, with every step shown")
  @APIResponse(responseCode = "200", description = "The payment and its working")
  @APIResponse(responseCode = "400", description = "The body cannot be read")
  @APIResponse(responseCode = "422", description = "The terms cannot be paid out")
  public PaymentQuote quote(@NotNull @Valid QuoteRequest request) {
    return PaymentQuote.of(request.payment());
  }
}
