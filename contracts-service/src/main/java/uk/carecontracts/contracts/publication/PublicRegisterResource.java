package uk.carecontracts.contracts.publication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.ContractFilter;
import uk.carecontracts.contracts.register.ContractRow;
import uk.carecontracts.contracts.register.ContractSearch;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.PublicRead;

/** The contract register that the Transparency Code asks councils to publish, for anyone. */
@Path("/v1/register/contracts")
@Tag(name = "Public register", description = "The Transparency Code register of every authority")
@PermitAll
@PublicRead
@Blocking
@APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
public class PublicRegisterResource {
  private static final String CSV = "text/csv";

  private final ContractSearch search;
  private final TransparencyCsv csv;
  private final PublicEntries entries;
  private final Paging paging;
  private final Preconditions preconditions;

  PublicRegisterResource(
      ContractSearch search,
      TransparencyCsv csv,
      PublicEntries entries,
      Paging paging,
      Preconditions preconditions) {
    this.search = search;
    this.csv = csv;
    this.entries = entries;
    this.paging = paging;
    this.preconditions = preconditions;
  }

  /** For the document only: a page of the register. */
  public record RegisterPage(List<TransparencyEntry> items, @Nullable String next) {}

  /** The two forms of the register. */
  public enum Form {
    json,
    csv
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listPublicContracts",
      summary = "The register in the ten fields of the Transparency Code 2015; never a draft")
  @APIResponse(
      responseCode = "200",
      description = "A page of entries; as CSV all of them",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = RegisterPage.class)),
        @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
      })
  public Response list(
      @BeanParam ContractFilter filter,
      @QueryParam("format") @Parameter(description = "csv for a spreadsheet, otherwise JSON")
          @Nullable Form format,
      @BeanParam ListFilter part) {
    if (format == Form.csv) {
      return spreadsheet(filter);
    }
    int length = Paging.limit(part.limit);
    String query = ContractSearch.fingerprint(filter);
    Cursor from = Cursor.parse(part.cursor, query, 2);
    Page<ContractRow> page =
        Page.of(
            QuarkusTransaction.requiringNew().call(() -> search.search(filter, from, length + 1)),
            length,
            row -> ContractSearch.after(query, row));
    List<TransparencyEntry> items =
        QuarkusTransaction.requiringNew().call(() -> entries.of(page.items()));
    return paging.answer(new Page<>(items, page.next()));
  }

  @GET
  @Produces(CSV)
  @Operation(hidden = true)
  public Response listAsCsv(
      @BeanParam ContractFilter filter, @QueryParam("format") @Nullable Form format) {
    return spreadsheet(filter);
  }

  private Response spreadsheet(ContractFilter filter) {
    StreamingOutput stream = out -> csv.write(filter, out);
    return Response.ok(stream, CSV + ";charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"contract-register.csv\"")
        .build();
  }

  @GET
  @Path("/{contractId}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "getPublicContract", summary = "One entry of the public register")
  @APIResponse(
      responseCode = "200",
      description = "The entry",
      content = @Content(schema = @Schema(implementation = TransparencyEntry.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  @APIResponse(responseCode = "404", description = "There is no such public contract")
  public Response get(
      @PathParam("contractId") @Parameter(description = "Identity of the contract")
          UUID contractId) {
    ContractRow row =
        QuarkusTransaction.requiringNew()
            .call(() -> search.find(contractId))
            .orElseThrow(() -> ProblemException.notFound("contract", contractId));
    TransparencyEntry entry =
        QuarkusTransaction.requiringNew().call(() -> entries.of(List.of(row))).get(0);
    String mark = Integer.toUnsignedString(entry.exemptions().hashCode(), 36);
    return preconditions.answer(
        entry,
        entry.exemptions().isEmpty()
            ? Preconditions.etag(row.state().version())
            : Preconditions.etag(row.state().version(), mark));
  }
}
