package uk.carecontracts.contracts.opportunities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.forwardplan.PolicyTerms;
import uk.carecontracts.testkit.SharedFolder;

/** The examples the strategy names, in the demo's five councils; and what real notices give. */
class SeedExamplesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Pattern BORDER =
      Pattern.compile("\\('(E\\d{8})', '(E\\d{8})', '[\\d-]+', null\\)");
  private static final Pattern NODE =
      Pattern.compile("\\('PROCLASS', '([^']+)', (null|'[^']+'), '((?:[^']|'')*)'\\)");
  private static final Pattern NAME = Pattern.compile("\\('(E\\d{8})', '([^']+)', '[^']+'\\)");

  private final String reference = text("/db/migration/V42__joint_opportunities.sql");

  private static String text(String resource) {
    try (InputStream in =
        Objects.requireNonNull(SeedExamplesTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Borders borders() {
    Map<String, Set<String>> neighbours = new HashMap<>();
    Matcher border = BORDER.matcher(reference);
    while (border.find()) {
      neighbours.computeIfAbsent(border.group(1), key -> new HashSet<>()).add(border.group(2));
      neighbours.computeIfAbsent(border.group(2), key -> new HashSet<>()).add(border.group(1));
    }
    Map<String, String> names = new HashMap<>();
    Matcher name = NAME.matcher(reference);
    while (name.find()) {
      names.put(name.group(1), name.group(2));
    }
    return new Borders(neighbours, names);
  }

  private CategoryTree tree() {
    Map<String, String> parents = new HashMap<>();
    Map<String, String> labels = new HashMap<>();
    Matcher node = NODE.matcher(reference);
    while (node.find()) {
      labels.put(node.group(1), node.group(3));
      if (!node.group(2).equals("null")) {
        parents.put(node.group(1), node.group(2).replace("'", ""));
      }
    }
    return new CategoryTree(parents, labels);
  }

  private List<Opportunity> suggest(List<Candidate> contracts, int window) {
    PolicyTerms policy =
        new PolicyTerms(
            TODAY, "test", new BigDecimal("1000000"), 24, 12, 10, 20, 8, Map.of(), List.of());
    Explanation explanation = new Explanation(tree(), borders(), any -> policy, window);
    return new uk.carecontracts.contracts.opportunities.Matcher(tree(), borders(), window)
        .match(contracts).stream().map(explanation::of).toList();
  }

  private static List<String[]> lines(String resource) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(SeedExamplesTest.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .skip(1)
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Candidate> demo() {
    Map<String, String> councils =
        lines("/demo/authorities.csv").stream().collect(Collectors.toMap(l -> l[0], l -> l[1]));
    Map<String, String[]> services =
        lines("/demo/services.csv").stream().collect(Collectors.toMap(l -> l[0], l -> l));
    List<Candidate> contracts = new ArrayList<>();
    for (String[] line : lines("/demo/programme.csv")) {
      if (line[5].equals("ACTIVE") && !line[2].equals("SLA")) {
        int count = Integer.parseInt(line[6]);
        for (int i = 0; i < count; i++) {
          int from = Integer.parseInt(line[7]);
          int to = Integer.parseInt(line[8]);
          int months = count == 1 ? from : from + (to - from) * i / (count - 1);
          String[] service = services.get(line[1]);
          contracts.add(
              new Candidate(
                  UUID.nameUUIDFromBytes(
                      (String.join(",", line) + i).getBytes(StandardCharsets.UTF_8)),
                  councils.get(line[0]),
                  line[0] + "-" + line[1] + "-" + i,
                  service[2],
                  line[2],
                  service[1],
                  service[5],
                  List.of(service[4]),
                  Arrays.asList(service[6].split(";")),
                  null,
                  new BigDecimal(service[7]),
                  new BigDecimal(service[8]),
                  null,
                  TODAY.withDayOfMonth(1).plusMonths(months + 1L).minusDays(1),
                  "END",
                  line[10].equals("VCSE")));
        }
      }
    }
    return contracts;
  }

  @Test
  void the_four_examples_of_the_strategy_are_found_in_the_demo() {
    List<Opportunity> found = suggest(demo(), 6);
    for (String proclass : List.of("321500", "321313", "321017", "321010")) {
      List<Opportunity> joint =
          found.stream()
              .filter(each -> each.kind() == Match.Kind.JOINT)
              .filter(each -> each.category().contains(proclass))
              .toList();
      assertTrue(
          joint.stream()
              .anyMatch(
                  each ->
                      new TreeSet<>(
                              each.contracts().stream().map(Opportunity.Member::authority).toList())
                          .containsAll(Set.of("E10000017", "E06000008", "E06000009"))),
          proclass + ": " + joint);
      joint.forEach(each -> assertTrue(each.fit().score() >= 70, each::toString));
    }
    assertTrue(
        found.stream()
            .anyMatch(
                each ->
                    each.kind() == Match.Kind.VCS_OVERLAP
                        && each.category().contains("322100")
                        && each.contracts().size() == 4),
        "four grants to carers' organisations of one council");
  }

  @Test
  void what_real_notices_and_the_real_pipeline_of_five_councils_give() throws IOException {
    Path folder = SharedFolder.require("data/contract-notices");
    List<Candidate> contracts = new ArrayList<>();
    Map<String, String> files =
        Map.of(
            "blackburn", "E06000008",
            "blackpool", "E06000009",
            "chorley", "E07000118",
            "lancashire_cc", "E10000017",
            "preston", "E07000123");
    ObjectMapper json = new ObjectMapper();
    for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
      JsonNode notices =
          json.readTree(Files.readString(folder.resolve(file.getKey() + ".json")))
              .path("contracts");
      for (JsonNode notice : notices) {
        notice(file.getValue(), notice).ifPresent(contracts::add);
      }
    }
    int fromNotices = contracts.size();
    exercises(
        json.readTree(Files.readString(folder.resolve("procurement_pipeline.json"))), contracts);
    System.out.println(
        fromNotices
            + " awarded notices that would still run, "
            + (contracts.size() - fromNotices)
            + " exercises of the county's pipeline");
    int coded = 0;
    for (int window : new int[] {6, 12}) {
      List<Opportunity> found = suggest(contracts, window);
      System.out.println("Window " + window + " months: " + found.size() + " opportunities");
      for (Opportunity each : found) {
        System.out.println(
            "  "
                + each.kind()
                + " | "
                + each.category()
                + " | £"
                + each.combinedAnnual().amount()
                + " a year | fit "
                + each.fit().score()
                + " | "
                + each.firstDecision()
                + " to "
                + each.lastDecision());
        each.contracts()
            .forEach(
                c ->
                    System.out.println(
                        "      " + c.authority() + " " + c.decisionDate() + " " + c.title()));
        coded++;
      }
    }
    assertTrue(coded > 0);
    assertEquals(
        0,
        suggest(contracts, 6).stream()
            .filter(each -> each.kind() == Match.Kind.JOINT)
            .filter(each -> each.category().equals("CPV 85"))
            .count());
  }

  /** Notices state no term: four years from the award are assumed, the usual longest framework. */
  private static Optional<Candidate> notice(String authority, JsonNode notice) {
    String awarded = notice.path("awarded_date").asText("");
    if (!notice.path("status").asText().equals("awarded") || awarded.length() < 10) {
      return Optional.empty();
    }
    LocalDate end = LocalDate.parse(awarded.substring(0, 10)).plusYears(4);
    List<String> cpv =
        Arrays.stream(notice.path("cpv_codes").asText("").split(" "))
            .filter(code -> code.matches("\\d{8}"))
            .toList();
    if (end.isBefore(LocalDate.of(2026, 3, 1)) || cpv.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal value = notice.path("awarded_value").decimalValue();
    return Optional.of(candidate(authority, notice.path("title").asText(), cpv, value, end));
  }

  private static Candidate candidate(
      String authority, String title, List<String> cpv, BigDecimal total, LocalDate end) {
    return new Candidate(
        UUID.nameUUIDFromBytes((authority + title + end).getBytes(StandardCharsets.UTF_8)),
        authority,
        title,
        title,
        null,
        service(title),
        null,
        cpv,
        List.of(),
        null,
        total.divide(BigDecimal.valueOf(4), 2, RoundingMode.HALF_UP),
        total,
        end.minusYears(4),
        end,
        "END",
        false);
  }

  /** What a keeper would state as the service; the notices' codes hardly say it. */
  private static @Nullable String service(String title) {
    String words = title.toLowerCase(Locale.UK);
    if (words.contains("advocacy")) {
      return "ADVOCACY";
    }
    if (words.contains("home care") || words.contains("domiciliary")) {
      return "HOMECARE";
    }
    if (words.contains("substance misuse") || words.contains("detox")) {
      return "SUBSTANCE_MISUSE";
    }
    if (words.contains("residential accommodation")) {
      return "RESIDENTIAL_CARE";
    }
    return words.contains("stop smoking") || words.contains("smokefree") ? "STOP_SMOKING" : null;
  }

  /** What begins on a day follows something that ends the day before. */
  private static void exercises(JsonNode node, List<Candidate> contracts) {
    if (node.isObject() && node.has("title") && node.has("start") && node.has("end")) {
      LocalDate end = YearMonth.parse(node.path("start").asText()).atDay(1).minusDays(1);
      contracts.add(
          candidate(
              "E10000017",
              node.path("title").asText(),
              List.of(),
              node.path("value").decimalValue(),
              end));
    }
    node.forEach(child -> exercises(child, contracts));
  }
}
