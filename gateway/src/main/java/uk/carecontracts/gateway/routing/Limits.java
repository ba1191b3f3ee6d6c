package uk.carecontracts.gateway.routing;

import java.time.Duration;

/**
 * What a route allows.
 *
 * @param maxBody largest request body in bytes
 * @param responseTimeout longest wait for the answer once the request is sent
 */
public record Limits(long maxBody, Duration responseTimeout) {}
