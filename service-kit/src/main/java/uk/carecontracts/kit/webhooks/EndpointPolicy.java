package uk.carecontracts.kit.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * Which addresses may be called, so that a subscription cannot reach into the network the service
 * runs in: HTTPS to public addresses, and whatever the operator allowed. Asked again before every
 * delivery, and the address that was checked is the one that is called, because names move.
 */
@ApplicationScoped
class EndpointPolicy {
  /** Special-purpose ranges (IANA registries, RFC 6890) that Java's own predicates leave out. */
  private static final List<Network> SPECIAL =
      List.of(
              "0.0.0.0/8",
              "100.64.0.0/10",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "240.0.0.0/4",
              "::/96",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20",
              "5f00::/16",
              "fc00::/7")
          .stream()
          .map(Network::parse)
          .toList();

  private final List<Network> allowed;
  private final Names names;

  @Inject
  EndpointPolicy(WebhookConfig config) {
    this(config, InetAddress::getAllByName);
  }

  EndpointPolicy(WebhookConfig config, Names names) {
    this.names = names;
    this.allowed = config.allowedNetworks().orElse(List.of()).stream().map(Network::parse).toList();
  }

  /** What names stand for at the moment. */
  @FunctionalInterface
  interface Names {
    InetAddress[] addresses(String name) throws UnknownHostException;
  }

  /**
   * The address to call.
   *
   * @throws RuleViolation ENDPOINT_NOT_ALLOWED, saying what is wrong with the URL
   */
  InetAddress resolve(URI url) {
    String host = url.getHost();
    String scheme = url.getScheme();
    if (host == null
        || url.getUserInfo() != null
        || url.getFragment() != null
        || !("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))) {
      throw refused("The URL must be https://host/path, without user or fragment.");
    }
    List<InetAddress> addresses = addresses(host);
    if (addresses.stream().allMatch(this::named)) {
      return addresses.get(0);
    }
    if (!"https".equalsIgnoreCase(scheme)) {
      throw refused("The URL must use https.");
    }
    if (!addresses.stream().allMatch(address -> named(address) || isPublic(address))) {
      throw refused("The host " + host + " is not a public address.");
    }
    return addresses.get(0);
  }

  private List<InetAddress> addresses(String host) {
    String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    try {
      return List.of(names.addresses(name));
    } catch (UnknownHostException e) {
      throw refused("The host " + host + " cannot be found.");
    }
  }

  private boolean named(InetAddress address) {
    return allowed.stream().anyMatch(network -> network.contains(address));
  }

  static boolean isPublic(InetAddress address) {
    return !address.isAnyLocalAddress()
        && !address.isLoopbackAddress()
        && !address.isLinkLocalAddress()
        && !address.isSiteLocalAddress()
        && !address.isMulticastAddress()
        && SPECIAL.stream().noneMatch(network -> network.contains(address));
  }

  private static RuleViolation refused(String why) {
    return new RuleViolation("ENDPOINT_NOT_ALLOWED", why, "/url");
  }
}
