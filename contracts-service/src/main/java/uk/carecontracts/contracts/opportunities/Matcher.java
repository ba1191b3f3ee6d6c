package uk.carecontracts.contracts.opportunities;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.opportunities.CategoryTree.Node;
import uk.carecontracts.contracts.opportunities.Star.Meeting;

/**
 * Finds contracts that could be bought together (DOMAIN.md, S3). Places in the category tree are
 * visited from the most alike to the least; in each, every authority with its neighbours offers the
 * window of decision dates worth most, and the greatest offer takes its contracts until none is
 * left. A contract is taken once by a group of several authorities or one.
 *
 * <p>Each contract stands in a handful of places and beside a handful of neighbours, and an offer
 * is worked out again only when one of its contracts went elsewhere: the work grows with the number
 * of contracts, hardly faster.
 *
 * @param categories the category tree
 * @param borders which authorities border each other
 * @param windowMonths how many months decision dates may lie apart
 */
record Matcher(CategoryTree categories, Borders borders, int windowMonths) {

  /** Every group of contracts worth a look. */
  List<Match> match(List<Candidate> candidates) {
    List<Standing> standing =
        candidates.stream()
            .map(each -> new Standing(each, nodes(each), windowMonths))
            .sorted(Standing.BY_DATE)
            .toList();
    List<Match> found = new ArrayList<>();
    found.addAll(groups(standing, Match.Kind.JOINT));
    found.addAll(groups(standing, Match.Kind.MERGE));
    found.addAll(overlaps(candidates));
    return found;
  }

  private List<Node> nodes(Candidate each) {
    return categories.nodes(each.proclass(), each.cpv(), each.serviceType());
  }

  private List<Match> groups(List<Standing> contracts, Match.Kind kind) {
    Set<Integer> strengths = new TreeSet<>((a, b) -> b - a);
    contracts.forEach(each -> each.nodes().forEach(node -> strengths.add(node.strength())));
    List<Match> found = new ArrayList<>();
    strengths.forEach(strength -> found.addAll(level(contracts, strength, kind)));
    return found;
  }

  private List<Match> level(List<Standing> contracts, int strength, Match.Kind kind) {
    int leastAuthorities = kind == Match.Kind.JOINT ? 2 : 1;
    PriorityQueue<Star> offers = new PriorityQueue<>(Star.GREATEST_FIRST);
    meetings(contracts, strength)
        .forEach(
            (meeting, members) -> {
              for (Star star : stars(meeting, members, kind)) {
                if (star.choose(leastAuthorities)) {
                  offers.add(star);
                }
              }
            });
    List<Match> found = new ArrayList<>();
    while (!offers.isEmpty()) {
      Star offer = offers.remove();
      if (!offer.isStale()) {
        found.add(offer.take(kind));
      }
      if (offer.choose(leastAuthorities)) {
        offers.add(offer);
      }
    }
    return found;
  }

  /** Who meets where: by category and client group; who serves any group joins every one. */
  private Map<Meeting, List<Standing>> meetings(List<Standing> contracts, int strength) {
    Map<Node, List<Standing>> byNode = new LinkedHashMap<>();
    for (Standing each : contracts) {
      if (!each.isTaken()) {
        for (Node node : each.nodes()) {
          if (node.strength() == strength) {
            byNode.computeIfAbsent(node, key -> new ArrayList<>()).add(each);
          }
        }
      }
    }
    Map<Meeting, List<Standing>> meetings = new LinkedHashMap<>();
    byNode.forEach(
        (node, members) -> {
          if (members.size() > 1) {
            compatible(node, members)
                .forEach((branch, alike) -> byClientGroup(node, branch, alike, meetings));
          }
        });
    return meetings;
  }

  /** In CPV's broad places, contracts of different ProClass branches are different things. */
  private Map<String, List<Standing>> compatible(Node node, List<Standing> members) {
    Set<String> branches = new TreeSet<>();
    if (!node.name().startsWith("ProClass")) {
      members.forEach(
          each -> {
            String proclass = each.candidate().proclass();
            if (proclass != null) {
              branches.add(categories.branch(proclass));
            }
          });
    }
    if (branches.size() < 2) {
      return Map.of("", members);
    }
    Map<String, List<Standing>> alike = new TreeMap<>();
    for (String branch : branches) {
      alike.put(
          branch,
          members.stream().filter(each -> isOf(branch, each.candidate().proclass())).toList());
    }
    return alike;
  }

  private boolean isOf(String branch, @Nullable String proclass) {
    return proclass == null || categories.branch(proclass).equals(branch);
  }

  private static void byClientGroup(
      Node node, String branch, List<Standing> members, Map<Meeting, List<Standing>> meetings) {
    Set<String> groups = new TreeSet<>();
    members.forEach(
        each -> {
          if (!each.candidate().isForAnyGroup()) {
            groups.addAll(each.candidate().clientGroups());
          }
        });
    if (groups.isEmpty()) {
      meetings
          .computeIfAbsent(new Meeting(node, branch, null), key -> new ArrayList<>())
          .addAll(members);
      return;
    }
    Map<String, List<Standing>> byGroup = new HashMap<>();
    for (Standing each : members) {
      Candidate contract = each.candidate();
      for (String group : contract.isForAnyGroup() ? groups : contract.clientGroups()) {
        byGroup.computeIfAbsent(group, key -> new ArrayList<>()).add(each);
      }
    }
    groups.forEach(
        group -> {
          List<Standing> list = byGroup.getOrDefault(group, List.of());
          if (list.size() > 1) {
            meetings
                .computeIfAbsent(new Meeting(node, branch, group), key -> new ArrayList<>())
                .addAll(list);
          }
        });
  }

  /** Every authority with its neighbours; for a merger, every authority alone. */
  private List<Star> stars(Meeting meeting, List<Standing> members, Match.Kind kind) {
    Map<String, List<Standing>> byAuthority =
        members.stream()
            .collect(Collectors.groupingBy(Standing::authority, TreeMap::new, Collectors.toList()));
    List<Star> stars = new ArrayList<>();
    byAuthority.forEach(
        (lead, own) -> {
          List<Standing> all = new ArrayList<>(own);
          if (kind == Match.Kind.JOINT) {
            borders.of(lead).forEach(near -> all.addAll(byAuthority.getOrDefault(near, List.of())));
            if (all.size() == own.size()) {
              return;
            }
          }
          if (all.size() > 1) {
            stars.add(new Star(meeting, lead, all));
          }
        });
    return stars;
  }

  private record Patch(String authority, String branch, @Nullable String group) {}

  /** Voluntary organisations doing the same for the same people of one authority at one time. */
  private List<Match> overlaps(List<Candidate> candidates) {
    Map<Patch, List<Candidate>> patches = new LinkedHashMap<>();
    Map<String, Node> nodes = new HashMap<>();
    for (Candidate each : candidates) {
      if (each.vcse()) {
        List<Node> places = nodes(each);
        if (!places.isEmpty()) {
          Node node = each.proclass() == null ? places.get(0) : branchNode(each.proclass());
          nodes.put(node.name(), node);
          patches
              .computeIfAbsent(
                  new Patch(each.authority(), node.name(), mainGroup(each)),
                  key -> new ArrayList<>())
              .add(each);
        }
      }
    }
    List<Match> found = new ArrayList<>();
    patches.forEach(
        (patch, members) -> {
          List<Candidate> together = runningTogether(members);
          if (together.size() > 1) {
            found.add(
                new Match(
                    Match.Kind.VCS_OVERLAP,
                    Objects.requireNonNull(nodes.get(patch.branch())),
                    patch.group(),
                    patch.authority(),
                    together));
          }
        });
    return found;
  }

  private Node branchNode(String proclass) {
    String branch = categories.branch(proclass);
    return new Node("ProClass " + branch, branch.equals(proclass) ? 100 : 80);
  }

  private static @Nullable String mainGroup(Candidate each) {
    return each.clientGroups().stream().min(String::compareTo).orElse(null);
  }

  /** Those whose terms overlap that of the one that ends first. */
  private static List<Candidate> runningTogether(List<Candidate> members) {
    List<Candidate> sorted =
        members.stream()
            .sorted(Comparator.comparing(Candidate::decisionDate).thenComparing(Candidate::id))
            .toList();
    LocalDate firstEnd = sorted.get(0).decisionDate();
    return sorted.stream()
        .filter(each -> each.start() == null || !each.start().isAfter(firstEnd))
        .toList();
  }
}
