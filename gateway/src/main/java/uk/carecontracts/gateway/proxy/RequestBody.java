package uk.carecontracts.gateway.proxy;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** What a request's headers say about its body, before any of it is read. */
final class RequestBody {
  private RequestBody() {}

  /** Whether a body follows (RFC 9112 section 6.3). */
  static boolean isPresent(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || (length != null && !length.equals("0"));
  }

  /** Whether its framing can be passed on: chunked, or a length that is a number. */
  static boolean isReadable(HttpServerRequest request) {
    List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return (codings.isEmpty() || (codings.size() == 1 && codings.get(0).equals("chunked")))
        && (length == null || length.matches("\\d{1,18}"));
  }

  /** Whether it says of itself that it is longer than this. */
  static boolean announcesMoreThan(HttpServerRequest request, long limit) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && Long.parseLong(length) > limit;
  }

  /** What to say to who sends too much. */
  static String tooLarge(long limit) {
    return "This path takes bodies of at most %d bytes. Send less at a time; large files go to the"
            .formatted(limit)
        + " import paths.";
  }
}
