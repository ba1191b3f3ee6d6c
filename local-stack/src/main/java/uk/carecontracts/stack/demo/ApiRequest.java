package uk.carecontracts.stack.demo;

import org.jspecify.annotations.Nullable;

/**
 * A request to the product.
 *
 * @param method HTTP method
 * @param path path and query
 * @param token bearer token
 * @param body body as records, maps and lists, or a text that is a CSV file; null for none
 * @param idempotencyKey key under which a repetition does nothing; null where none is needed
 * @param ifMatch ETag of the version to change; null where none is needed
 */
record ApiRequest(
    String method,
    String path,
    String token,
    @Nullable Object body,
    @Nullable String idempotencyKey,
    @Nullable String ifMatch) {

  static ApiRequest get(String path, String token) {
    return new ApiRequest("GET", path, token, null, null, null);
  }

  static ApiRequest post(String path, String token, @Nullable Object body) {
    return new ApiRequest("POST", path, token, body, null, null);
  }

  static ApiRequest put(String path, String token, Object body) {
    return new ApiRequest("PUT", path, token, body, null, null);
  }

  /** The same request under a name: repeated, it has no second effect. */
  ApiRequest named(String key) {
    return new ApiRequest(method, path, token, body, "demo:" + key, ifMatch);
  }

  /** The same request for one version only. */
  ApiRequest onlyIf(String etag) {
    return new ApiRequest(method, path, token, body, idempotencyKey, etag);
  }

  /** Whether sending it twice has the effect of sending it once. */
  boolean repeatable() {
    return method.equals("GET") || idempotencyKey != null || ifMatch != null;
  }
}
