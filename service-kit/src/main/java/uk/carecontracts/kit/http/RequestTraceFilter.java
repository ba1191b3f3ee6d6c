package uk.carecontracts.kit.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Takes the trace context from the request. */
public class RequestTraceFilter {
  private final RequestTrace trace;

  RequestTraceFilter(RequestTrace trace) {
    this.trace = trace;
  }

  @ServerRequestFilter(preMatching = true)
  void continueTrace(ContainerRequestContext request) {
    trace.continueFrom(request.getHeaderString("traceparent"));
  }
}
