package uk.carecontracts.kit.notes;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.imports.ImportDesk;
import uk.carecontracts.kit.imports.ImportJob;
import uk.carecontracts.kit.imports.ImportSubmission;
import uk.carecontracts.kit.journal.ChangeFeed;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.kit.tenancy.PublicRead;

/** Every mechanism of the kit behind HTTP. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class NoteResource {
  /** A new note. */
  public record NewNote(
      @NotBlank String title,
      @Nullable BigDecimal weight,
      @Nullable LocalDate due,
      @Nullable Colour colour,
      @Valid @Nullable List<Tag> tags) {}

  /** A tag. */
  public record Tag(@NotNull String name) {}

  /** A colour. */
  public enum Colour {
    RED,
    BLUE
  }

  private final Notes notes;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Paging paging;
  private final ChangeFeed feed;
  private final ImportDesk desk;

  NoteResource(
      Notes notes,
      Caller caller,
      Preconditions preconditions,
      Paging paging,
      ChangeFeed feed,
      ImportDesk desk) {
    this.notes = notes;
    this.caller = caller;
    this.preconditions = preconditions;
    this.paging = paging;
    this.feed = feed;
    this.desk = desk;
  }

  @POST
  @Path("/notes")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  public Response write(@Valid @NotNull NewNote note) throws InterruptedException {
    if (note.title().equals("forbidden word")) {
      throw new RuleViolation("WORD_FORBIDDEN", "Choose another word.", "/title");
    }
    if (note.title().startsWith("slow")) {
      Thread.sleep(700);
    }
    Note written = notes.write(caller.authority(), note.title());
    return preconditions.created(written, written.id(), written.version());
  }

  @GET
  @Path("/notes/{id}")
  @Authenticated
  public Response read(@PathParam("id") UUID id) {
    Note note = notes.find(id, false);
    return preconditions.answer(note, Preconditions.etag(note.version()));
  }

  @PUT
  @Path("/notes/{id}")
  @RolesAllowed("contracts:write")
  @Transactional
  public Response retitle(@PathParam("id") UUID id, @Valid @NotNull NewNote note) {
    preconditions.requireMatch(notes.find(id, true).version());
    Note after = notes.retitle(id, note.title());
    return preconditions.changed(after, after.version());
  }

  @GET
  @Path("/notes")
  @Authenticated
  public Response list(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("colour") @Nullable Colour colour) {
    int length = Paging.limit(limit);
    Cursor from = Cursor.parse(cursor, Cursor.fingerprint("notes", colour), 1);
    List<Note> rows =
        notes.all().stream()
            .filter(n -> from == null || n.id().toString().compareTo(from.values().get(0)) > 0)
            .limit(length + 1L)
            .toList();
    return paging.answer(
        Page.of(rows, length, n -> Cursor.after(Cursor.fingerprint("notes", colour), n.id())));
  }

  @GET
  @Path("/register/notes")
  @PermitAll
  @PublicRead
  public List<Note> register() {
    return notes.all();
  }

  @GET
  @Path("/notes/changes")
  @Authenticated
  public ChangeFeed.Stretch changes(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("wait") @Nullable Integer wait) {
    return feed.read(Set.of("note"), after, Set.of(), limit, wait);
  }

  @POST
  @Path("/note-imports")
  @RolesAllowed("contracts:write")
  @Consumes("*/*")
  public Response importNotes(
      @QueryParam("format") @Nullable String format,
      @QueryParam("authority") @Nullable String authority,
      @QueryParam("dryRun") boolean dryRun,
      InputStream file) {
    return desk.submit(
        new ImportSubmission("note-imports", format, authority, dryRun, Map.of()), file);
  }

  @GET
  @Path("/note-imports")
  @RolesAllowed("contracts:write")
  public RestResponse<Page<ImportJob>> imports(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    return desk.jobs("note-imports", cursor, limit);
  }

  @GET
  @Path("/note-imports/{id}")
  @RolesAllowed("contracts:write")
  public Response job(@PathParam("id") UUID id) {
    return desk.job("note-imports", id);
  }

  @GET
  @Path("/note-imports/{id}/errors")
  @RolesAllowed("contracts:write")
  public RestResponse<Page<ImportJob.RowError>> errors(
      @PathParam("id") UUID id,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return desk.errors("note-imports", id, cursor, limit);
  }

  @GET
  @Path("/notes/unannotated")
  public String forgotten() {
    return "an endpoint that forgot to say who may call it";
  }

  @GET
  @Path("/notes/broken")
  @PermitAll
  public String broken() {
    throw new IllegalStateException("a secret of the machine room");
  }
}
