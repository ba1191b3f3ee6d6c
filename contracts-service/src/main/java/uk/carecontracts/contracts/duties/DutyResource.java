package uk.carecontracts.contracts.duties;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.tenancy.Caller;

/** The duties clock across the authority. */
@Path("/v1/duties")
@Tag(name = "Duties", description = "Which notices are due about contracts, by when, done or late")
@SecurityRequirement(name = "bearer")
@Consumes(MediaType.APPLICATION_JSON)
public class DutyResource {
  private final DutyRepository duties;
  private final RuleBookRepository books;
  private final DutyDesk desk;
  private final DutyCsv csv;
  private final Preconditions preconditions;
  private final Paging paging;
  private final Caller caller;

  DutyResource(
      DutyRepository duties,
      RuleBookRepository books,
      DutyDesk desk,
      DutyCsv csv,
      Preconditions preconditions,
      Paging paging,
      Caller caller) {
    this.duties = duties;
    this.books = books;
    this.desk = desk;
    this.csv = csv;
    this.preconditions = preconditions;
    this.paging = paging;
    this.caller = caller;
  }

  /**
   * A duty was done.
   *
   * @param doneOn when
   * @param link where it can be read
   * @param note anything else to know
   */
  public record Done(
      @NotNull LocalDate doneOn,
      @Nullable
          @Size(max = 2000)
          @Pattern(regexp = "[Hh][Tt][Tt][Pp][Ss]?://\\S+", message = "must be a web address")
          String link,
      @Nullable @Size(max = 2000) String note) {}

  /** A duty was not done after all. */
  public record Reopening(@NotBlank @Size(max = 2000) String reason) {}

  static Cursor after(String query, DutyView row) {
    return Cursor.after(query, row.dueOn() == null ? "infinity" : row.dueOn(), row.id());
  }

  @GET
  @Authenticated
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listDuties",
      summary = "The authority's duties by their days; as a spreadsheet with Accept: text/csv")
  @APIResponse(responseCode = "200", description = "A page of duties, the earliest day first")
  public RestResponse<Page<DutyView>> list(
      @BeanParam DutyFilter filter, @BeanParam ListFilter part) {
    int length = Paging.limit(part.limit);
    String query = Cursor.fingerprint(filter.parts());
    return paging.page(
        Page.of(
            duties.search(
                caller.authority(), filter, Cursor.parse(part.cursor, query, 2), length + 1),
            length,
            row -> after(query, row)));
  }

  @GET
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response listAsCsv(@BeanParam DutyFilter filter) {
    return Response.ok(csv.write(caller.authority(), filter), "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"duties.csv\"")
        .build();
  }

  @GET
  @Path("/rules")
  @Authenticated
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listDutyRules",
      summary = "The rules and thresholds the clock goes by, with their validity and sources")
  @APIResponse(
      responseCode = "200",
      description = "Reference data; confidence says what must be confirmed",
      content = @Content(schema = @Schema(implementation = RuleBook.class)))
  public RuleBook rules() {
    return books.all();
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "getDuty", summary = "One duty as it stands today")
  @APIResponse(
      responseCode = "200",
      description = "The duty",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = DutyView.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  @APIResponse(responseCode = "404", description = "There is no such duty")
  public Response get(@PathParam("id") UUID id) {
    DutyView duty = desk.require(id);
    return preconditions.answer(
        duty, Preconditions.etag(duty.version(), duty.status().name() + "-" + duty.dueOn()));
  }

  @POST
  @Path("/{id}/done")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "markDutyDone", summary = "Mark a duty as done, with a link to it")
  @APIResponse(
      responseCode = "200",
      description = "The duty, DONE",
      content = @Content(schema = @Schema(implementation = DutyView.class)))
  @APIResponse(responseCode = "404", description = "There is no such duty")
  @APIResponse(responseCode = "422", description = "It does not apply, or is still to be done")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response done(@PathParam("id") UUID id, @NotNull @Valid Done body) {
    DutyView duty =
        desk.done(id, preconditions::requireMatch, body.doneOn(), body.link(), body.note());
    return preconditions.changed(duty, duty.version());
  }

  @POST
  @Path("/{id}/reopen")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "reopenDuty", summary = "A duty was not done after all")
  @APIResponse(
      responseCode = "200",
      description = "The duty, DUE or LATE again",
      content = @Content(schema = @Schema(implementation = DutyView.class)))
  @APIResponse(responseCode = "404", description = "There is no such duty")
  @APIResponse(responseCode = "422", description = "It was not marked as done")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response reopen(@PathParam("id") UUID id, @NotNull @Valid Reopening body) {
    DutyView duty = desk.reopen(id, preconditions::requireMatch, body.reason());
    return preconditions.changed(duty, duty.version());
  }
}
