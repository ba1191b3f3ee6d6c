package uk.carecontracts.contracts.variations;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import uk.carecontracts.kit.csv.CsvTable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.tenancy.Caller;

/** Variations over all contracts of the authority. */
@Path("/v1/variations")
@Tag(name = "Variations")
@SecurityRequirement(name = "bearer")
public class VariationListResource {
  private final VariationList variations;
  private final Paging paging;
  private final Caller caller;

  VariationListResource(VariationList variations, Paging paging, Caller caller) {
    this.variations = variations;
    this.paging = paging;
    this.caller = caller;
  }

  @GET
  @Authenticated
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listAllVariations",
      summary = "Variations of all the authority's contracts, and whose word each waits for",
      description =
          "By the day they are meant for, the earliest first; status=PROPOSED are those that wait for"
              + " agreement. As a spreadsheet with Accept: text/csv, a page at a time.")
  @APIResponse(responseCode = "200", description = "A page of variations")
  public RestResponse<Page<VariationRow>> list(
      @BeanParam VariationFilter filter, @BeanParam ListFilter part) {
    return paging.page(page(filter, part));
  }

  @GET
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response listAsCsv(@BeanParam VariationFilter filter, @BeanParam ListFilter part) {
    Page<VariationRow> page = page(filter, part);
    CsvTable table =
        new CsvTable(
            "reference",
            "title",
            "reason",
            "description",
            "effectiveDate",
            "status",
            "waitsFor",
            "agreedBy",
            "outcome",
            "proposedAt",
            "contractId",
            "id");
    page.items().forEach(row -> line(table, row));
    return Response.fromResponse(paging.answer(page, table.text()))
        .type(CsvTable.MEDIA_TYPE)
        .header("Content-Disposition", "attachment; filename=\"variations.csv\"")
        .build();
  }

  private Page<VariationRow> page(VariationFilter filter, ListFilter part) {
    int length = Paging.limit(part.limit);
    String query = filter.fingerprint();
    return Page.of(
        variations.rows(
            caller.authority(), filter, Cursor.parse(part.cursor, query, 2), length + 1),
        length,
        row -> VariationList.after(query, row));
  }

  private static void line(CsvTable table, VariationRow row) {
    VariationView variation = row.variation();
    table.line(
        row.reference(),
        row.title(),
        variation.reason(),
        variation.description(),
        variation.effectiveDate(),
        variation.status(),
        row.waitsFor().stream().map(Awaited::name).collect(Collectors.joining("; ")),
        variation.agreements().stream().map(Agreement::partyName).collect(Collectors.joining("; ")),
        variation.outcome(),
        variation.proposedAt(),
        variation.contractId(),
        variation.id());
  }
}
