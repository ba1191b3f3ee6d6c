package uk.carecontracts.contracts.opportunities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.contracts.opportunities.Match.Kind;

class MatcherTest {
  private static final String LANCASHIRE = "E10000017";
  private static final String BLACKBURN = "E06000008";
  private static final String BLACKPOOL = "E06000009";
  private static final String TRAFFORD = "E08000009";
  private static final CategoryTree TREE =
      new CategoryTree(
          Map.of("321014", "321000", "321600", "321014", "321010", "321000", "321500", "321000"),
          Map.of("321014", "Domiciliary care"));
  private static final Borders BORDERS =
      new Borders(
          Map.of(
              LANCASHIRE, Set.of(BLACKBURN, BLACKPOOL),
              BLACKBURN, Set.of(LANCASHIRE),
              BLACKPOOL, Set.of(LANCASHIRE)),
          Map.of(LANCASHIRE, "Lancashire"));
  private static final Matcher MATCHER = new Matcher(TREE, BORDERS, 6);

  private static Candidate contract(
      String authority, String proclass, String cpv, String group, String end, long annual) {
    return contract(authority, proclass, cpv, group, LocalDate.parse(end), annual, false);
  }

  private static Candidate contract(
      String authority,
      String proclass,
      String cpv,
      String group,
      LocalDate end,
      long annual,
      boolean vcse) {
    return new Candidate(
        UUID.randomUUID(),
        authority,
        "R",
        "T",
        "BLOCK",
        null,
        proclass.isEmpty() ? null : proclass,
        cpv.isEmpty() ? List.of() : List.of(cpv),
        group.isEmpty() ? List.of() : List.of(group),
        null,
        BigDecimal.valueOf(annual),
        BigDecimal.valueOf(annual * 3),
        end.minusYears(3),
        end,
        "END",
        vcse);
  }

  @Test
  void neighbours_who_buy_the_same_for_the_same_people_in_one_half_year_could_buy_together() {
    Candidate one = contract(LANCASHIRE, "321010", "", "ALL_ADULTS", "2027-03-31", 500);
    Candidate two = contract(BLACKBURN, "321010", "", "ALL_ADULTS", "2027-06-30", 100);
    Candidate three = contract(BLACKPOOL, "321010", "", "ALL_ADULTS", "2027-09-30", 200);
    List<Match> found = MATCHER.match(List.of(one, two, three));
    assertEquals(1, found.size());
    assertEquals(Kind.JOINT, found.get(0).kind());
    assertEquals(List.of(one, two, three), found.get(0).members());
    assertEquals(LANCASHIRE, found.get(0).lead());
  }

  @ParameterizedTest(name = "{5}")
  @CsvSource({
    "E06000009, 321014, OLDER_PEOPLE, 2027-10-01, 100, a day too late",
    "E08000009, 321014, OLDER_PEOPLE, 2027-04-01, 100, no neighbour",
    "E06000009, 321010, OLDER_PEOPLE, 2027-04-01, 100, another branch",
    "E06000009, 321014, CHILDREN, 2027-04-01, 100, other people"
  })
  void nothing_is_suggested_that_does_not_go_together(
      String authority, String proclass, String group, String end, long annual, String why) {
    Candidate one = contract(LANCASHIRE, "321014", "", "OLDER_PEOPLE", "2027-03-31", 500);
    Candidate other = contract(authority, proclass, "", group, end, annual);
    assertTrue(MATCHER.match(List.of(one, other)).isEmpty(), why);
  }

  @Test
  void reablement_meets_domiciliary_care_at_their_ancestor_and_less_strongly() {
    Candidate one = contract(LANCASHIRE, "321014", "", "OLDER_PEOPLE", "2027-03-31", 500);
    Candidate two = contract(BLACKPOOL, "321600", "", "OLDER_PEOPLE", "2027-03-31", 500);
    List<Match> found = MATCHER.match(List.of(one, two));
    assertEquals(1, found.size());
    assertEquals(80, found.get(0).node().strength());
    assertEquals(
        "ProClass 321014 and below", TREE.inWords(found.get(0).node()).replaceAll(" \\(.*", ""));
  }

  @Test
  void the_likest_meet_first_and_no_contract_is_suggested_twice() {
    Candidate a = contract(LANCASHIRE, "321600", "", "OLDER_PEOPLE", "2027-03-31", 100);
    Candidate b = contract(BLACKPOOL, "321600", "", "OLDER_PEOPLE", "2027-03-31", 100);
    Candidate c = contract(BLACKBURN, "321014", "", "OLDER_PEOPLE", "2027-03-31", 9000);
    List<Match> found = MATCHER.match(List.of(a, b, c));
    assertEquals(1, found.size());
    assertEquals(100, found.get(0).node().strength());
    assertEquals(Set.of(a, b), Set.copyOf(found.get(0).members()));
  }

  @Test
  void a_notice_with_nothing_but_a_cpv_code_still_meets_others_of_its_branch() {
    Candidate one = contract(LANCASHIRE, "", "85312400", "", "2027-03-31", 100);
    Candidate two = contract(BLACKPOOL, "", "85312400", "", "2027-05-31", 100);
    Candidate general = contract(BLACKBURN, "", "85000000", "", "2027-05-31", 100);
    List<Match> found = MATCHER.match(List.of(one, two, general));
    assertEquals(List.of(90), found.stream().map(m -> m.node().strength()).toList());
    assertEquals("853124", CategoryTree.significant("85312400"));
    assertEquals("85", CategoryTree.significant("85000000"));
  }

  @Test
  void different_branches_do_not_meet_in_a_broad_cpv_class() {
    Candidate payments =
        contract(LANCASHIRE, "321500", "85312310", "OLDER_PEOPLE", "2027-03-31", 1);
    Candidate advocacy = contract(BLACKPOOL, "321010", "85312300", "OLDER_PEOPLE", "2027-03-31", 1);
    assertTrue(MATCHER.match(List.of(payments, advocacy)).isEmpty());
  }

  @Test
  void several_of_one_council_could_be_one_and_voluntary_ones_side_by_side_are_shown() {
    LocalDate end = LocalDate.of(2027, 3, 31);
    Candidate one = contract(TRAFFORD, "321014", "", "CARERS", end, 10, true);
    Candidate two = contract(TRAFFORD, "321014", "", "CARERS", end.plusYears(1), 10, true);
    Candidate three = contract(TRAFFORD, "321014", "", "CARERS", end.plusMonths(1), 10, false);
    List<Match> found = MATCHER.match(List.of(one, two, three));
    assertEquals(List.of(Kind.MERGE, Kind.VCS_OVERLAP), found.stream().map(Match::kind).toList());
    assertEquals(List.of(one, three), found.get(0).members());
    assertEquals(List.of(one, two), found.get(1).members());
  }

  @Property(tries = 60)
  void every_group_keeps_the_rules_and_no_contract_is_in_two_groups(
      @ForAll @IntRange(max = 1_000_000) int seed) {
    List<Candidate> contracts = Landscape.contracts(300, 12, seed);
    Borders ring = Landscape.ring(12);
    Matcher matcher = new Matcher(TREE, ring, 6);
    Set<UUID> seen = new HashSet<>();
    for (Match match : matcher.match(contracts)) {
      List<Candidate> members = match.members();
      assertTrue(members.size() > 1);
      if (match.kind() != Kind.VCS_OVERLAP) {
        members.forEach(each -> assertTrue(seen.add(each.id()), "twice"));
        LocalDate first = members.get(0).decisionDate();
        LocalDate last = members.get(members.size() - 1).decisionDate();
        assertFalse(last.isAfter(first.plusMonths(6)));
        members.forEach(each -> assertTrue(ring.touch(match.lead(), each.authority())));
      }
      long councils = members.stream().map(Candidate::authority).distinct().count();
      assertEquals(match.kind() == Kind.JOINT, councils > 1);
    }
  }

  /** Invented landscapes of contracts. */
  static final class Landscape {
    private static final List<String> CODES =
        List.of("321014", "321600", "321010", "321500", "321017", "321013", "321800", "322100");
    private static final List<String> GROUPS =
        List.of("OLDER_PEOPLE", "CARERS", "LEARNING_DISABILITY", "ALL_ADULTS", "MENTAL_HEALTH");

    private Landscape() {}

    static String council(int number) {
      return "E%08d".formatted(10000000 + number);
    }

    /** Councils in a circle, each bordering two on either side. */
    static Borders ring(int councils) {
      Map<String, Set<String>> neighbours = new HashMap<>();
      for (int i = 0; i < councils; i++) {
        Set<String> near = new HashSet<>();
        for (int step : new int[] {-2, -1, 1, 2}) {
          near.add(council(Math.floorMod(i + step, councils)));
        }
        near.remove(council(i));
        neighbours.put(council(i), near);
      }
      return new Borders(neighbours, Map.of());
    }

    static List<Candidate> contracts(int count, int councils, int seed) {
      Random chance = new Random(seed);
      List<Candidate> contracts = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        contracts.add(
            contract(
                council(chance.nextInt(councils)),
                chance.nextInt(10) == 0 ? "" : CODES.get(chance.nextInt(CODES.size())),
                chance.nextInt(3) == 0 ? "" : "8531" + (1000 + chance.nextInt(40) * 100),
                chance.nextInt(6) == 0 ? "" : GROUPS.get(chance.nextInt(GROUPS.size())),
                LocalDate.of(2027, 1, 1).plusDays(chance.nextInt(1400)),
                1000 + chance.nextInt(2_000_000),
                chance.nextInt(5) == 0));
      }
      return contracts;
    }
  }
}
