package uk.carecontracts.contracts.opportunities;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of thing and their ancestors, in ProClass and CPV.
 *
 * @param parents the parent of each ProClass code that has one
 * @param labels what each ProClass code means
 */
public record CategoryTree(Map<String, String> parents, Map<String, String> labels) {
  private static final int SHORTEST_CPV = 3;
  private static final int USEFUL_CPV = 5;

  /** Copies. */
  public CategoryTree {
    parents = Map.copyOf(parents);
    labels = Map.copyOf(labels);
  }

  /**
   * A place in the tree where contracts can meet.
   *
   * @param name scheme and code
   * @param strength how alike things are that meet here, 0 to 100
   */
  record Node(String name, int strength) {}

  /**
   * The ProClass branch that a code is part of, one below the top: domiciliary care for reablement;
   * the code itself where it is at the top or unknown.
   */
  String branch(String proclass) {
    String each = proclass;
    String parent = parents.get(each);
    while (parent != null && parents.containsKey(parent)) {
      each = parent;
      parent = parents.get(each);
    }
    return each;
  }

  /** Where a contract can meet others, the most alike first. */
  List<Node> nodes(@Nullable String proclass, List<String> cpv, @Nullable String serviceType) {
    List<Node> nodes = new ArrayList<>();
    if (serviceType != null) {
      nodes.add(new Node("Service " + serviceType, 95));
    }
    if (proclass != null) {
      nodes.add(new Node("ProClass " + proclass, 100));
      String branch = branch(proclass);
      if (!branch.equals(proclass) || parents.containsValue(branch)) {
        nodes.add(new Node("ProClass " + branch + " and below", 80));
      }
    }
    if (!cpv.isEmpty()) {
      cpvNodes(significant(cpv.get(0)), nodes);
    }
    return nodes;
  }

  private static void cpvNodes(String code, List<Node> nodes) {
    if (code.length() >= USEFUL_CPV) {
      nodes.add(new Node("CPV " + code, code.length() > USEFUL_CPV ? 90 : 60));
      for (int length = code.length(); length >= USEFUL_CPV; length--) {
        int strength = length > USEFUL_CPV ? 70 : 50;
        nodes.add(new Node("CPV " + code.substring(0, length) + "…", strength));
      }
    } else if (code.length() >= SHORTEST_CPV) {
      nodes.add(new Node("CPV " + code + " (general)", 25));
    }
  }

  /** A CPV code without the noughts at its end, which mean "and everything below". */
  static String significant(String cpv) {
    int end = cpv.length();
    while (end > 2 && cpv.charAt(end - 1) == '0') {
      end--;
    }
    return cpv.substring(0, end);
  }

  /** A node in words. */
  String inWords(Node node) {
    String code = node.name().replaceAll("\\D", "");
    String label = labels.get(code);
    return node.name().startsWith("ProClass") && label != null
        ? node.name() + " (" + label + ")"
        : node.name();
  }
}
