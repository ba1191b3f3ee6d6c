package uk.carecontracts.kit.http;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/** How long a page of a list is and where it begins. */
public class ListFilter {
  /** Length of the page. */
  @QueryParam("limit")
  @Parameter(description = "Length of the page, 1 to 500; 50 when left out")
  public @Nullable Integer limit;

  /** Where to go on. */
  @QueryParam("cursor")
  @Parameter(description = "Where to go on: next of the page before")
  public @Nullable String cursor;

  /** 400 for a part of what is answered whole, such as a spreadsheet of every row. */
  public void requireWhole() {
    if (limit != null || cursor != null) {
      throw ProblemException.badRequest(
          limit == null ? "cursor" : "limit", "The spreadsheet is the whole list; leave it out.");
    }
  }
}
