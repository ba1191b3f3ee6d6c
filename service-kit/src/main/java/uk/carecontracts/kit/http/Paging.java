package uk.carecontracts.kit.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/** Answers lists a page at a time. */
@ApplicationScoped
public class Paging {
  /** The length of a page when the caller names none. */
  public static final int DEFAULT_LIMIT = 50;

  /** The longest page. */
  public static final int MAX_LIMIT = 500;

  private final UriInfo uri;

  Paging(UriInfo uri) {
    this.uri = uri;
  }

  /** The length of a page: the default when absent, 400 outside 1 to {@link #MAX_LIMIT}. */
  public static int limit(@Nullable Integer limit) {
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw ProblemException.badRequest("limit", "limit must be from 1 to " + MAX_LIMIT + ".");
    }
    return limit;
  }

  /** 200 with the page, and its following page as an RFC 8288 link. */
  public Response answer(Page<?> page) {
    return page(page).toResponse();
  }

  /**
   * The same with the page in another form.
   *
   * @param form what is sent, such as a spreadsheet of the page's items
   */
  public Response answer(Page<?> page, Object form) {
    return linked(page, form).toResponse();
  }

  /** The same for methods whose return type tells the API document what is listed. */
  public <T> RestResponse<Page<T>> page(Page<T> page) {
    return linked(page, page);
  }

  private <T> RestResponse<T> linked(Page<?> page, T form) {
    ResponseBuilder<T> answer = ResponseBuilder.ok(form);
    if (page.next() != null) {
      answer.header("Link", "<" + link(page.next()) + ">; rel=\"next\"");
    }
    return answer.build();
  }

  /** This request's address with another cursor. */
  public URI link(String cursor) {
    return uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build();
  }
}
