package uk.carecontracts.providers.register;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.journal.ChangeFeed;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.journal.JournalVersion;
import uk.carecontracts.kit.tenancy.Caller;

/** What became of provider records over time, and the feed of every change. */
@Path("/v1/providers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Providers")
@SecurityRequirement(name = "bearer")
public class ProviderHistoryResource {

  /** Providers and locations of everyone; the rest of the caller's authority. */
  private static final Set<String> SHOWN =
      Set.of(ProviderDesk.AGGREGATE, "location", "supplier-match", "accreditation", "suspension");

  /** What only the authority's officers follow: drafts, meetings with others, their ideas. */
  private static final Set<String> SHOWN_TO_OFFICERS =
      Stream.concat(
              SHOWN.stream(),
              Stream.of(
                  "cost-model",
                  "demand-forecast",
                  "market-position-statement",
                  "engagement",
                  "innovation-proposal",
                  "innovation-fund"))
          .collect(Collectors.toUnmodifiableSet());

  private final Providers providers;
  private final Journal journal;
  private final ChangeFeed feed;
  private final Caller caller;
  private final Paging paging;

  ProviderHistoryResource(
      Providers providers, Journal journal, ChangeFeed feed, Caller caller, Paging paging) {
    this.providers = providers;
    this.journal = journal;
    this.feed = feed;
    this.caller = caller;
    this.paging = paging;
  }

  /** Reads the versions of a provider. */
  @GET
  @Path("/{id}/history")
  @Transactional
  @Authenticated
  @Operation(
      operationId = "getProviderHistory",
      summary = "Every version of a provider, newest first, with who, when and why")
  public RestResponse<Page<JournalVersion>> history(
      @PathParam("id") @Parameter(description = "The provider") UUID id,
      @BeanParam ListFilter part) {
    providers.require(id);
    int length = Paging.limit(part.limit);
    String query = Cursor.fingerprint("provider-history", id);
    Cursor from = Cursor.parse(part.cursor, query, 1);
    long before = from == null ? Long.MAX_VALUE : from.number(0);
    return paging.page(
        Page.of(
            journal.history(ProviderDesk.AGGREGATE, id, before, length + 1),
            length,
            (JournalVersion version) -> Cursor.after(query, version.aggregateVersion())));
  }

  /** Reads the change feed. */
  @GET
  @Path("/changes")
  @Authenticated
  @Operation(
      operationId = "getProviderChanges",
      summary = "Every change to providers and all that belongs to them, in commit order",
      description =
          "Ask again with the next of the last answer: nothing is missed, however many write."
              + " Cost models, forecasts, statements in draft, meetings and proposals are shown to"
              + " tokens with providers:write.")
  public ChangeFeed.Stretch changes(
      @QueryParam("after")
          @Parameter(description = "next of the last answer; absent: from the start")
          @Nullable String after,
      @QueryParam("types") @Parameter(description = "Event types, separated by commas; absent: all")
          @Nullable String types,
      @QueryParam("limit") @Parameter(description = "1 to 1000, default 100")
          @Nullable Integer limit,
      @QueryParam("wait") @Parameter(description = "Seconds to wait for news, at most 30")
          @Nullable Integer wait) {
    Set<String> wanted = new TreeSet<>();
    if (types != null) {
      wanted.addAll(Arrays.asList(types.split(",")));
    }
    Set<String> shown = caller.hasScope("providers:write") ? SHOWN_TO_OFFICERS : SHOWN;
    return feed.read(shown, after, wanted, limit, wait);
  }
}
