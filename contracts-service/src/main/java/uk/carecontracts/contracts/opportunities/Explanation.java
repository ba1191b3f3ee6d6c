package uk.carecontracts.contracts.opportunities;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.carecontracts.contracts.forwardplan.PolicyTerms;
import uk.carecontracts.contracts.opportunities.Opportunity.Council;
import uk.carecontracts.contracts.opportunities.Opportunity.Member;
import uk.carecontracts.kit.money.Money;

/**
 * Says in words why contracts go together and how well.
 *
 * @param categories the category tree
 * @param borders which authorities border each other
 * @param policies how far ahead each authority plans
 * @param windowMonths how many months decision dates may lie apart
 */
record Explanation(
    CategoryTree categories,
    Borders borders,
    Function<String, PolicyTerms> policies,
    int windowMonths) {
  private static final int CATEGORY = 40;
  private static final int CLIENT_GROUP = 25;
  private static final int AREA = 20;
  private static final int TIMING = 15;

  Opportunity of(Match match) {
    List<Candidate> members = match.members();
    LocalDate first = members.get(0).decisionDate();
    LocalDate last = members.get(members.size() - 1).decisionDate();
    Map<String, BigDecimal> shares = shares(members);
    String lead = match.kind() == Match.Kind.JOINT ? greatest(shares) : match.lead();
    return new Opportunity(
        id(members),
        match.kind(),
        title(match),
        categories.inWords(match.node()),
        match.clientGroup(),
        council(lead),
        shares.keySet().stream().filter(a -> !a.equals(lead)).map(this::council).toList(),
        Money.gbp(members.stream().map(Candidate::annual).reduce(BigDecimal.ZERO, BigDecimal::add)),
        first,
        last,
        members.stream().map(this::leadIn).min(Comparator.naturalOrder()).orElse(first),
        Fit.of(List.of(category(match), clientGroup(match), area(match), timing(match))),
        members.stream().map(each -> member(each, match, lead)).toList());
  }

  /** The same identity for the same contracts, whoever asks. */
  static UUID id(List<Candidate> members) {
    String key =
        members.stream().map(each -> each.id().toString()).sorted().collect(Collectors.joining());
    return UUID.nameUUIDFromBytes(("joint:" + key).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, BigDecimal> shares(List<Candidate> members) {
    Map<String, BigDecimal> shares = new TreeMap<>();
    members.forEach(each -> shares.merge(each.authority(), each.annual(), BigDecimal::add));
    return shares;
  }

  private static String greatest(Map<String, BigDecimal> shares) {
    return shares.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  private Council council(String code) {
    return new Council(code, borders.name(code));
  }

  private String title(Match match) {
    String service =
        match.members().stream()
            .map(Candidate::serviceType)
            .filter(Objects::nonNull)
            .findFirst()
            .map(code -> code.replace('_', ' ').toLowerCase(Locale.UK))
            .orElse(categories.inWords(match.node()));
    return switch (match.kind()) {
      case JOINT -> "Buy together: " + service;
      case MERGE -> "Make one contract: " + service;
      case VCS_OVERLAP -> "Voluntary organisations side by side: " + service;
    };
  }

  private LocalDate leadIn(Candidate each) {
    PolicyTerms policy = policies.apply(each.authority());
    return each.decisionDate().minusMonths(policy.leadInMonths(policy.isMajor(each.total())));
  }

  private Fit.Part category(Match match) {
    boolean sameService =
        match.members().stream().map(Candidate::serviceType).distinct().count() == 1
            && match.members().get(0).serviceType() != null;
    int strength = sameService ? Math.max(match.node().strength(), 95) : match.node().strength();
    String why =
        "All are "
            + categories.inWords(match.node())
            + (sameService ? " and named " + match.members().get(0).serviceType() : "")
            + ".";
    return new Fit.Part("CATEGORY", CATEGORY * strength / 100, CATEGORY, why);
  }

  private static Fit.Part clientGroup(Match match) {
    long stated = match.members().stream().filter(each -> !each.isForAnyGroup()).count();
    int size = match.members().size();
    if (match.clientGroup() == null) {
      boolean everybody = match.members().stream().noneMatch(m -> m.clientGroups().isEmpty());
      return new Fit.Part(
          "CLIENT_GROUP",
          everybody ? CLIENT_GROUP : CLIENT_GROUP * 2 / 5,
          CLIENT_GROUP,
          everybody ? "All are for every adult." : "Not every contract says for whom it is.");
    }
    return new Fit.Part(
        "CLIENT_GROUP",
        (int) (CLIENT_GROUP * (2L * size + 3 * stated) / (5L * size)),
        CLIENT_GROUP,
        stated == size
            ? "All are for " + match.clientGroup() + "."
            : stated
                + " of "
                + size
                + " are for "
                + match.clientGroup()
                + ", the others for anyone.");
  }

  private Fit.Part area(Match match) {
    List<String> councils =
        match.members().stream().map(Candidate::authority).distinct().sorted().toList();
    if (councils.size() == 1) {
      long areas =
          match.members().stream().map(Candidate::area).filter(Objects::nonNull).distinct().count();
      return new Fit.Part(
          "AREA",
          areas <= 1 ? AREA : AREA * 3 / 4,
          AREA,
          areas <= 1 ? "One area of one authority." : "Several areas of one authority.");
    }
    int pairs = 0;
    int touching = 0;
    for (int i = 0; i < councils.size(); i++) {
      for (int j = i + 1; j < councils.size(); j++) {
        pairs++;
        touching += borders.touch(councils.get(i), councils.get(j)) ? 1 : 0;
      }
    }
    return new Fit.Part(
        "AREA",
        AREA / 2 + AREA / 2 * touching / pairs,
        AREA,
        "All border "
            + borders.name(match.lead())
            + "; "
            + touching
            + " of "
            + pairs
            + " pairs of councils border each other.");
  }

  private Fit.Part timing(Match match) {
    List<Candidate> members = match.members();
    LocalDate first = members.get(0).decisionDate();
    long apart = ChronoUnit.DAYS.between(first, members.get(members.size() - 1).decisionDate());
    long window = Math.max(1, ChronoUnit.DAYS.between(first, first.plusMonths(windowMonths)));
    int points = (int) Math.max(0, TIMING - TIMING * 2L * apart / (3L * window));
    return new Fit.Part(
        "TIMING", points, TIMING, "Decisions lie " + apart + " days apart, from " + first + ".");
  }

  private Member member(Candidate each, Match match, String lead) {
    List<String> why = new ArrayList<>();
    why.add(
        each.proclass() == null
            ? "CPV " + String.join(", ", each.cpv())
            : "ProClass " + each.proclass());
    why.add(
        each.isForAnyGroup()
            ? "for anyone, or not said for whom"
            : "for " + String.join(", ", each.clientGroups()));
    why.add(
        ("END".equals(each.dateKind()) ? "ends on " : each.dateKind() + " on ")
            + each.decisionDate());
    if (!each.authority().equals(match.lead())) {
      why.add(borders.name(each.authority()) + " borders " + borders.name(match.lead()));
    } else if (!each.authority().equals(lead)) {
      why.add(borders.name(each.authority()) + " lies between the others");
    }
    if (each.vcse()) {
      why.add("supplied by a voluntary organisation or social enterprise");
    }
    return new Member(
        each.id(),
        each.authority(),
        each.reference(),
        each.title(),
        Money.gbp(each.annual()),
        each.decisionDate(),
        each.dateKind(),
        why);
  }
}
