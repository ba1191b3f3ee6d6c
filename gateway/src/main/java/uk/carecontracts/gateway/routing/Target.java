package uk.carecontracts.gateway.routing;

/**
 * Where a request goes.
 *
 * @param upstream name of the service
 * @param group the part of the API it belongs to, such as {@code contracts}
 * @param path the path to ask it for
 * @param limits what the route allows
 * @param document whether it is an API document rather than an operation
 */
public record Target(String upstream, String group, String path, Limits limits, boolean document) {}
