package uk.carecontracts.kit.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A range of addresses, read from CIDR notation such as {@code 10.2.0.0/16}. */
record Network(byte[] base, int prefix) {

  /** Reads CIDR notation; a plain address is a network of one. */
  static Network parse(String cidr) {
    String[] parts = cidr.strip().split("/", 2);
    try {
      // A literal is never looked up: only digits, dots, colons and hexadecimal digits pass.
      if (!parts[0].matches("[0-9a-fA-F:.]+")) {
        throw new IllegalArgumentException(cidr + " is not a network in CIDR notation");
      }
      byte[] base = InetAddress.getByName(parts[0]).getAddress();
      int prefix = parts.length == 2 ? Integer.parseInt(parts[1]) : base.length * 8;
      if (prefix < 0 || prefix > base.length * 8) {
        throw new IllegalArgumentException(cidr + " has an impossible prefix");
      }
      return new Network(base, prefix);
    } catch (UnknownHostException | NumberFormatException e) {
      throw new IllegalArgumentException(cidr + " is not a network in CIDR notation", e);
    }
  }

  /** Whether an address lies inside. */
  boolean contains(InetAddress address) {
    byte[] other = address.getAddress();
    if (other.length != base.length) {
      return false;
    }
    int whole = prefix / 8;
    if (!Arrays.equals(base, 0, whole, other, 0, whole)) {
      return false;
    }
    int rest = prefix % 8;
    return rest == 0 || ((base[whole] ^ other[whole]) & (0xff << (8 - rest)) & 0xff) == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Network n && prefix == n.prefix && Arrays.equals(base, n.base);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(base) + prefix;
  }

  @Override
  public String toString() {
    return Arrays.toString(base) + "/" + prefix;
  }
}
