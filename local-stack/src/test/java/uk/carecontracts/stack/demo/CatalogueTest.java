package uk.carecontracts.stack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private final Catalogue catalogue = Catalogue.read();

  @Test
  void noTwoProvidersShareAnIdentifier() {
    Set<Map<String, String>> seen = new HashSet<>();
    for (DemoProvider provider : catalogue.providers()) {
      assertTrue(!provider.identifiers().isEmpty(), provider.key());
      provider.identifiers().forEach(each -> assertTrue(seen.add(each), each.toString()));
    }
  }

  @Test
  void identifiersHaveTheirRegistersFormAndLieOutsideTheRangesInUse() {
    for (DemoProvider provider : catalogue.providers()) {
      assertTrue(provider.companyNumber().matches("|99\\d{6}|OC99\\d{4}"), provider.key());
      assertTrue(provider.charityNumber().matches("|999\\d{4}"), provider.key());
      assertTrue(provider.cqcProvider().matches("|1-9900001\\d{2}"), provider.key());
    }
  }

  @Test
  void everyLocationHasAProviderThatWorksThereAndRatingsInOrder() {
    Map<String, DemoProvider> providers =
        catalogue.providers().stream().collect(Collectors.toMap(DemoProvider::key, each -> each));
    for (DemoLocation location : catalogue.locations()) {
      DemoProvider provider = providers.get(location.provider());
      assertTrue(provider.areas().contains(location.area()), location.name());
      List<Integer> months = location.ratings().stream().map(DemoRating::monthsAgo).toList();
      assertEquals(months.stream().sorted((a, b) -> b - a).toList(), months, location.name());
      assertTrue(months.stream().allMatch(each -> each < location.openedMonthsAgo()));
    }
    assertEquals(
        catalogue.locations().size(),
        catalogue.locations().stream().map(DemoLocation::cqcLocation).distinct().count());
  }

  @Test
  void someHomesFellAndTwoAreInadequateNow() {
    List<String> latest =
        catalogue.locations().stream()
            .map(each -> each.ratings().get(each.ratings().size() - 1).overall())
            .toList();
    assertEquals(2, latest.stream().filter("INADEQUATE"::equals).count());
    assertTrue(
        catalogue.locations().stream().filter(CatalogueTest::fell).count() >= 6,
        "several homes fall from Good");
  }

  private static boolean fell(DemoLocation location) {
    List<DemoRating> ratings = location.ratings();
    return ratings.size() > 1
        && ratings.get(ratings.size() - 2).overall().equals("GOOD")
        && List.of("REQUIRES_IMPROVEMENT", "INADEQUATE")
            .contains(ratings.get(ratings.size() - 1).overall());
  }

  @Test
  void aRatingsNotationIsRead() {
    assertEquals(
        List.of(new DemoRating("GOOD", "", 40), new DemoRating("REQUIRES_IMPROVEMENT", "safe", 9)),
        DemoRating.parse("GOOD@40 REQUIRES_IMPROVEMENT!safe@9"));
    assertEquals(
        "INADEQUATE", new DemoRating("REQUIRES_IMPROVEMENT", "safe", 9).keyQuestions().get("safe"));
  }
}
