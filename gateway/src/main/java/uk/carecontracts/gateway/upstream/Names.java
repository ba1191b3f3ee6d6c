package uk.carecontracts.gateway.upstream;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * What stands behind a name: where a service runs several times, its name has several addresses.
 */
final class Names {
  /** Asks the name service. */
  interface Lookup {
    /** All addresses of a host. */
    InetAddress[] addressesOf(String host) throws UnknownHostException;
  }

  private final Lookup lookup;

  Names(Lookup lookup) {
    this.lookup = lookup;
  }

  /**
   * An instance for each address behind the name, or the one that is configured when there is a
   * single address, none at the moment, or this machine's own, which has one of each family.
   */
  List<Instance> instancesOf(Instance configured) {
    try {
      List<InetAddress> addresses = ofOneFamily(lookup.addressesOf(configured.host()));
      boolean several =
          addresses.size() > 1 && addresses.stream().noneMatch(InetAddress::isLoopbackAddress);
      return several
          ? addresses.stream()
              .map(InetAddress::getHostAddress)
              .sorted()
              .map(configured::at)
              .toList()
          : List.of(configured);
    } catch (UnknownHostException e) {
      // Requests find out, and say so to whoever asked.
      return List.of(configured);
    }
  }

  /** An instance that has an address of each family is still one. */
  private static List<InetAddress> ofOneFamily(InetAddress[] addresses) {
    List<InetAddress> four =
        Arrays.stream(addresses).filter(address -> address instanceof Inet4Address).toList();
    return four.isEmpty() ? List.of(addresses) : four;
  }
}
