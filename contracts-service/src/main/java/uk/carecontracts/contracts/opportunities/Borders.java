package uk.carecontracts.contracts.opportunities;

import java.util.Map;
import java.util.Set;

/**
 * Which authorities border each other.
 *
 * @param neighbours of each authority
 * @param names of authorities by code
 */
public record Borders(Map<String, Set<String>> neighbours, Map<String, String> names) {
  /** Copies. */
  public Borders {
    neighbours = Map.copyOf(neighbours);
    names = Map.copyOf(names);
  }

  Set<String> of(String authority) {
    return neighbours.getOrDefault(authority, Set.of());
  }

  boolean touch(String one, String other) {
    return one.equals(other) || of(one).contains(other);
  }

  /** What an authority is called; its code when that is not known. */
  public String name(String authority) {
    return names.getOrDefault(authority, authority);
  }
}
