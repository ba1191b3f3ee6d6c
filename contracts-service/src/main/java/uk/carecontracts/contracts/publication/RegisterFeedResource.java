package uk.carecontracts.contracts.publication;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.atom.AtomFeed;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.tenancy.PublicRead;

/** What changes in the public register, for feed readers and anyone else. */
@Path("/v1/register/contracts/feed")
@Tag(name = "Public register")
@PermitAll
@PublicRead
@Blocking
public class RegisterFeedResource {
  private final RegisterFeed feed;
  private final Preconditions preconditions;
  private final UriInfo uri;

  RegisterFeedResource(RegisterFeed feed, Preconditions preconditions, UriInfo uri) {
    this.feed = feed;
    this.preconditions = preconditions;
    this.uri = uri;
  }

  @GET
  @Produces(AtomFeed.MEDIA_TYPE)
  @Operation(
      operationId = "readRegisterFeed",
      summary = "The changes of the public register as an Atom feed with archives",
      description =
          "RFC 4287 and RFC 5005: without archive what changed lately; follow the link prev-archive"
              + " until you meet an archive you have read, and nothing is missed. An archive gets no"
              + " other entries; what is exempted later disappears from its entries.")
  @APIResponse(
      responseCode = "200",
      description = "A document of the feed, newest entry first",
      content =
          @Content(mediaType = AtomFeed.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
  @APIResponse(responseCode = "404", description = "There is no such archive yet")
  public Response read(
      @QueryParam("authority") @Parameter(description = "GSS code of one authority")
          @Nullable String authority,
      @QueryParam("archive")
          @Min(1)
          @Parameter(description = "Number of an archive, as the feed's links have it")
          @Nullable Long archive) {
    RegisterFeed.Addresses addresses = addresses(authority);
    String document =
        archive == null
            ? feed.recent(authority, addresses)
            : feed.archive(archive, authority, addresses);
    return preconditions.answer(
        document, Preconditions.etag(document.length(), Integer.toHexString(document.hashCode())));
  }

  private RegisterFeed.Addresses addresses(@Nullable String authority) {
    return new RegisterFeed.Addresses() {
      @Override
      public String document(@Nullable Long archive) {
        UriBuilder address = uri.getAbsolutePathBuilder();
        if (authority != null) {
          address.queryParam("authority", authority);
        }
        if (archive != null) {
          address.queryParam("archive", archive);
        }
        return address.build().toString();
      }

      @Override
      public String contract(UUID id) {
        return uri.getBaseUriBuilder().path("/v1/register/contracts/{id}").build(id).toString();
      }
    };
  }
}
