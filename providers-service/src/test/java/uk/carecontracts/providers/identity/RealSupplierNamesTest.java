package uk.carecontracts.providers.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.identity.MatchScore.Verdict;
import uk.carecontracts.testkit.SharedFolder;

/** The rules on what five councils really wrote; prints what a person should look through. */
class RealSupplierNamesTest {

  @Test
  void spellingsOfRealSuppliersMeetAndPlaceholdersAreNobody() throws IOException {
    Set<String> names = names();
    List<String> nobody =
        names.stream().filter(name -> NotASupplier.reason(name).isPresent()).toList();
    names.removeAll(nobody);
    Map<String, Set<String>> spellings = new TreeMap<>();
    names.forEach(
        name ->
            spellings
                .computeIfAbsent(OrganisationName.of(name).core(), core -> new TreeSet<>())
                .add(name));
    spellings.values().removeIf(all -> all.size() < 2);
    List<String> review = review(new ArrayList<>(names));
    System.out.println(names.size() + " names; nobody: " + nobody);
    spellings.values().forEach(all -> System.out.println("one supplier: " + all));
    review.forEach(pair -> System.out.println("for a person: " + pair));
    assertTrue(nobody.contains("N/A EVENT DAY"));
    assertEquals(
        OrganisationName.of("Dunsters Farm Ltd").core(),
        OrganisationName.of("DUNSTERS FARM LIMITED").core());
    assertTrue(spellings.size() > 10, "known to be spelled in several ways");
    assertTrue(review.size() < names.size() / 20, "people can look at a few, not at all");
  }

  private static List<String> review(List<String> names) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        MatchScore score =
            OrganisationMatch.score(Candidate.named(names.get(i)), Candidate.named(names.get(j)));
        if (score.verdict() == Verdict.REVIEW) {
          pairs.add(names.get(i) + " | " + names.get(j) + " " + score.points());
        }
      }
    }
    return pairs;
  }

  private static Set<String> names() throws IOException {
    Path folder = SharedFolder.require("data/contract-notices");
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        for (JsonNode notice : new ObjectMapper().readTree(file.toFile()).path("contracts")) {
          JsonNode supplier = notice.path("awarded_supplier");
          if (supplier.isTextual() && !supplier.asText().contains(",")) {
            names.add(supplier.asText());
          }
        }
      }
    }
    return names;
  }
}
