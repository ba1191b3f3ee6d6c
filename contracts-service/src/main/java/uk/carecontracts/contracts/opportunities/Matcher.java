package uk.carecontracts.contracts.opportunities;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

  private static final Comparator<Candidate> BY_DATE =
      Comparator.comparing(Candidate::decisionDate).thenComparing(Candidate::id);

  /** Every group of contracts worth a look. */
  List<Match> match(List<Candidate> candidates) {
    Councils councils = new Councils(candidates, borders);
    Map<Integer, Map<Node, List<Standing>>> places = places(standing(candidates, councils));
    List<Match> found = new ArrayList<>();
    for (Match.Kind kind : List.of(Match.Kind.JOINT, Match.Kind.MERGE)) {
      places.values().forEach(level -> found.addAll(level(level, councils, kind)));
    }
    found.addAll(overlaps(candidates));
    return found;
  }

  private List<Standing> standing(List<Candidate> candidates, Councils councils) {
    Map<List<@Nullable Object>, Standing.Kind> kinds = new HashMap<>();
    List<Standing> standing = new ArrayList<>(candidates.size());
    for (Candidate each : candidates.stream().sorted(BY_DATE).toList()) {
      Standing.Kind kind =
          kinds.computeIfAbsent(
              Arrays.asList(each.proclass(), each.cpv(), each.serviceType()), key -> kind(each));
      int council = councils.number(each.authority());
      standing.add(new Standing(each, standing.size(), kind, council, windowMonths));
    }
    return standing;
  }

  private Standing.Kind kind(Candidate each) {
    String proclass = each.proclass();
    return new Standing.Kind(nodes(each), proclass == null ? null : categories.branch(proclass));
  }

  private List<Node> nodes(Candidate each) {
    return categories.nodes(each.proclass(), each.cpv(), each.serviceType());
  }

  /** Who stands where, the places where things are most alike first. */
  private static Map<Integer, Map<Node, List<Standing>>> places(List<Standing> contracts) {
    Map<Integer, Map<Node, List<Standing>>> places = new TreeMap<>(Comparator.reverseOrder());
    for (Standing each : contracts) {
      for (Node node : each.kind().nodes()) {
        places
            .computeIfAbsent(node.strength(), strength -> new LinkedHashMap<>())
            .computeIfAbsent(node, key -> new ArrayList<>())
            .add(each);
      }
    }
    return places;
  }

  private List<Match> level(Map<Node, List<Standing>> places, Councils councils, Match.Kind kind) {
    int leastAuthorities = kind == Match.Kind.JOINT ? 2 : 1;
    int[] counting = new int[councils.count()];
    PriorityQueue<Star> offers = new PriorityQueue<>(Star.GREATEST_FIRST);
    meetings(places)
        .forEach(
            (meeting, members) -> {
              for (Star star : stars(meeting, councils, members, counting, kind)) {
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
  private static Map<Meeting, List<Standing>> meetings(Map<Node, List<Standing>> places) {
    Map<Meeting, List<Standing>> meetings = new LinkedHashMap<>();
    places.forEach(
        (node, all) -> {
          List<Standing> members = all.stream().filter(each -> !each.isTaken()).toList();
          if (members.size() > 1) {
            compatible(node, members)
                .forEach((branch, alike) -> byClientGroup(node, branch, alike, meetings));
          }
        });
    return meetings;
  }

  /** In CPV's broad places, contracts of different ProClass branches are different things. */
  private static Map<String, List<Standing>> compatible(Node node, List<Standing> members) {
    Set<String> branches = new TreeSet<>();
    if (!node.name().startsWith("ProClass")) {
      members.forEach(each -> Optional.ofNullable(each.kind().branch()).ifPresent(branches::add));
    }
    if (branches.size() < 2) {
      return Map.of("", members);
    }
    Map<String, List<Standing>> alike = new TreeMap<>();
    for (String branch : branches) {
      alike.put(branch, members.stream().filter(each -> isOf(branch, each)).toList());
    }
    return alike;
  }

  private static boolean isOf(String branch, Standing each) {
    return each.kind().branch() == null || branch.equals(each.kind().branch());
  }

  private static void byClientGroup(
      Node node, String branch, List<Standing> members, Map<Meeting, List<Standing>> meetings) {
    Set<String> groups = new TreeSet<>();
    for (Standing each : members) {
      if (!each.isForAnyGroup()) {
        groups.addAll(each.candidate().clientGroups());
      }
    }
    if (groups.isEmpty()) {
      meetings.put(new Meeting(node, branch, null), members);
      return;
    }
    Map<String, List<Standing>> byGroup = new TreeMap<>();
    for (Standing each : members) {
      for (String group : each.isForAnyGroup() ? groups : each.candidate().clientGroups()) {
        byGroup.computeIfAbsent(group, key -> new ArrayList<>()).add(each);
      }
    }
    byGroup.forEach(
        (group, list) -> {
          if (list.size() > 1) {
            meetings.put(new Meeting(node, branch, group), list);
          }
        });
  }

  /** Every authority with its neighbours; for a merger, every authority alone. */
  private static List<Star> stars(
      Meeting meeting, Councils councils, List<Standing> members, int[] counting, Match.Kind kind) {
    List<List<Standing>> byCouncil = councils.divide(members);
    List<Star> stars = new ArrayList<>();
    for (int lead = 0; lead < councils.count(); lead++) {
      List<Standing> own = byCouncil.get(lead);
      List<Standing> all = new ArrayList<>(own);
      if (kind == Match.Kind.JOINT && !own.isEmpty()) {
        councils.neighbours(lead).forEach(near -> all.addAll(byCouncil.get(near)));
      }
      int least = kind == Match.Kind.JOINT ? own.size() : 1;
      if (all.size() > least && all.size() > 1) {
        stars.add(new Star(meeting, councils.code(lead), lead, all, counting));
      }
    }
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
