package uk.carecontracts.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Asks the service for the path that was checked (normalised, without dot segments), not for what
 * the client wrote: so that nobody talks past the checks.
 *
 * @param uri path and query for the service
 */
record Rewrite(String uri) implements ProxyInterceptor {
  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    context.request().setURI(uri);
    return context.sendRequest();
  }
}
