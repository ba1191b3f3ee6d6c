package uk.carecontracts.providers.statements;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.tenancy.PublicRead;

/** Published statements: everyone reads them, without a token. */
@Path("/v1/market-position-statements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Market position statements")
@PermitAll
@PublicRead
public class PublishedStatementResource {

  private final EditionRepository editions;
  private final MarketFactsRepository facts;
  private final Preconditions preconditions;
  private final Paging paging;

  PublishedStatementResource(
      EditionRepository editions,
      MarketFactsRepository facts,
      Preconditions preconditions,
      Paging paging) {
    this.editions = editions;
    this.facts = facts;
    this.preconditions = preconditions;
    this.paging = paging;
  }

  /** Shape of a page, for the API document. */
  @Schema(name = "MarketPositionStatementPage")
  public record StatementPage(List<Edition.Item> items, @Nullable String next) {}

  /** Shape of the list of editions, for the API document. */
  @Schema(name = "StatementEditions")
  public record Editions(List<Edition.Item> items) {}

  /** Lists published statements. */
  @GET
  @Transactional
  @Operation(
      operationId = "listMarketPositionStatements",
      summary =
          "Published statements in their latest edition, newest first; as a page with Accept:"
              + " text/html; needs no token")
  @APIResponse(
      responseCode = "200",
      description = "A page of statements",
      content = @Content(schema = @Schema(implementation = StatementPage.class)))
  public Response list(
      @QueryParam("publisher") @Parameter(description = "GSS code: only this authority's")
          @Nullable String publisher,
      @BeanParam ListFilter part) {
    return paging.answer(page(publisher, part));
  }

  /** Lists published statements as a page. */
  @GET
  @Transactional
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response listAsPage(
      @QueryParam("publisher") @Nullable String publisher, @BeanParam ListFilter part) {
    Page<Edition.Item> page = page(publisher, part);
    return varied(
        Response.ok(
                StatementPages.ofList(
                    page.items(),
                    facts::authorityName,
                    page.next() == null ? "" : paging.link(page.next()).toString()))
            .build());
  }

  private Page<Edition.Item> page(@Nullable String publisher, ListFilter part) {
    return Page.byId(
        Cursor.fingerprint("statements", publisher),
        part.cursor,
        part.limit,
        (before, most) ->
            editions.latest(publisher, before, most).stream().map(Edition::item).toList(),
        row -> row.id());
  }

  /** Reads the latest edition. */
  @GET
  @Path("/{id}")
  @Transactional
  @Operation(
      operationId = "getMarketPositionStatement",
      summary = "The latest edition; as a page with Accept: text/html; needs no token")
  @APIResponse(
      responseCode = "200",
      description = "The edition",
      content = @Content(schema = @Schema(implementation = Edition.Published.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  public Response latest(@PathParam("id") @Parameter(description = "The statement") UUID id) {
    return answer(editions.require(id, null).published());
  }

  /** Reads the latest edition as a page. */
  @GET
  @Path("/{id}")
  @Transactional
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response latestAsPage(@PathParam("id") UUID id) {
    return shown(editions.require(id, null).published());
  }

  /** Lists the editions of a statement. */
  @GET
  @Path("/{id}/editions")
  @Transactional
  @Operation(
      operationId = "listStatementEditions",
      summary = "Every edition of a statement, the latest first; needs no token")
  @APIResponse(
      responseCode = "200",
      description = "The editions; none when nothing is published",
      content = @Content(schema = @Schema(implementation = Editions.class)))
  public Editions editions(@PathParam("id") @Parameter(description = "The statement") UUID id) {
    return new Editions(editions.of(id).stream().map(Edition::item).toList());
  }

  /** Reads an edition. */
  @GET
  @Path("/{id}/editions/{edition}")
  @Transactional
  @Operation(
      operationId = "getStatementEdition",
      summary = "An edition; as a page with Accept: text/html; needs no token")
  @APIResponse(
      responseCode = "200",
      description = "The edition",
      content = @Content(schema = @Schema(implementation = Edition.Published.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  public Response edition(
      @PathParam("id") @Parameter(description = "The statement") UUID id,
      @PathParam("edition") @Parameter(description = "Number of the edition") int edition) {
    return answer(editions.require(id, edition).published());
  }

  /** Reads an edition as a page. */
  @GET
  @Path("/{id}/editions/{edition}")
  @Transactional
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response editionAsPage(@PathParam("id") UUID id, @PathParam("edition") int edition) {
    return shown(editions.require(id, edition).published());
  }

  private Response answer(Edition.Published edition) {
    return varied(preconditions.answer(edition, Preconditions.etag(edition.edition())));
  }

  /** The page also names other editions: its tag changes with their number. */
  private Response shown(Edition.Published edition) {
    List<Edition.Item> all = editions.of(edition.id()).stream().map(Edition::item).toList();
    return varied(
        preconditions.answer(
            StatementPages.of(edition, all),
            Preconditions.etag(edition.edition(), "html" + all.size())));
  }

  private static Response varied(Response answer) {
    answer.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    return answer;
  }
}
