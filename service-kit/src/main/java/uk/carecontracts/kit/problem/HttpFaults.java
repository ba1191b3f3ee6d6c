package uk.carecontracts.kit.problem;

import jakarta.ws.rs.WebApplicationException;

/** Words for the errors of routing and content negotiation. */
final class HttpFaults {
  private HttpFaults() {}

  static String explain(ProblemKind kind, WebApplicationException e) {
    return switch (kind) {
      case NOT_FOUND -> "Nothing is served at this path; the OpenAPI document lists what is.";
      case METHOD_NOT_ALLOWED -> "The OpenAPI document lists the methods this path supports.";
      case NOT_ACCEPTABLE -> "Ask for application/json, or text/csv where the document offers it.";
      case UNSUPPORTED_MEDIA_TYPE -> "Send the body as application/json unless documented else.";
      case PAYLOAD_TOO_LARGE -> "Send less at once, or use an import for bulk data.";
      default -> e.getMessage() == null ? kind.title() : e.getMessage();
    };
  }
}
