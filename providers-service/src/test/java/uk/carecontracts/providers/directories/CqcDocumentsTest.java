package uk.carecontracts.providers.directories;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CqcDocumentsTest extends DirectoryTest {

  CqcDocumentsTest() {
    super("Warrington", "E06000007");
  }

  @Test
  void documentsOfTheInterfaceTellRegistrationsRatingsAndTakeovers() {
    String provider = cqcNumber();
    String old = cqcNumber();
    String fresh = cqcNumber();
    String name = unique("Lodge");
    String owner = unique("Lodges Limited");
    String pages =
        "{\"total\":1,\"page\":1,\"providers\":[{\"providerId\":\"%s\",\"name\":\"%s\",\"ownershipType\":\"Organisation\",\"companiesHouseNumber\":\"%s\",\"locationIds\":[\"%s\"]}]}\n"
                .formatted(provider, owner, companyNumber(), fresh)
            + document(old, provider, name, "2012-02-01", "2021-06-30", "", "Inadequate", old)
            + "["
            + document(
                    fresh,
                    provider,
                    name,
                    "2021-07-01",
                    "",
                    "\"relationships\":[{\"relatedLocationId\":\"%s\",\"type\":\"HSCA Predecessor\"}],"
                        .formatted(old),
                    "Good",
                    old)
                .strip()
            + "]\n"
            + "{\"locationId\":\"1-123456789\",\"locationName\":\"Only"
            + " listed\",\"postalCode\":\"LE15 6AA\"}\n";
    assertEquals(
        List.of(4, 3, 0, 0, 1),
        rows(finished(submit("CQC_API", "2024-03-01", "&dryRun=true", pages))));
    assertEquals(
        List.of(4, 3, 0, 0, 1), rows(finished(submit("CQC_API", "2024-03-01", "", pages))));
    assertEquals(
        List.of(4, 0, 0, 3, 1), rows(finished(submit("CQC_API", "2024-03-01", "", pages))));
    Map<String, Object> before = location(old);
    Map<String, Object> now = location(fresh);
    assertEquals("CLOSED", before.get("status"));
    assertEquals(now.get("id"), before.get("successorId"));
    assertEquals(before.get("providerId"), now.get("providerId"));
    assertEquals("OPEN", now.get("status"));
    reader()
        .get("/v1/locations/" + now.get("id") + "/ratings")
        .then()
        .body("items", hasSize(2))
        .body("current.overall", equalTo("GOOD"))
        .body("current.inherited", equalTo(true))
        .body("current.keyQuestions.safe", equalTo("REQUIRES_IMPROVEMENT"));
    reader()
        .get("/v1/market/openings-closures?limit=500&area=" + area)
        .then()
        .body(
            "items.find { it.locationId == '"
                + before.get("id")
                + "' && it.event == 'CLOSED' }"
                + ".reregistration",
            equalTo(true));
    reader()
        .get("/v1/market/exits?from=2021-01-01&to=2021-12-31&area=" + area)
        .then()
        .body("items.findAll { it.locationId == '" + before.get("id") + "' }", hasSize(1));
  }

  private static String document(
      String id,
      String provider,
      String name,
      String registered,
      String deregistered,
      String more,
      String rating,
      String organisation) {
    return ("{\"locationId\":\"%s\",\"providerId\":\"%s\",\"name\":\"%s\",\"type\":\"Social Care"
            + " Org\",\"registrationStatus\":\"Registered\",\"registrationDate\":\"%s\","
            + (deregistered.isEmpty() ? "" : "\"deregistrationDate\":\"" + deregistered + "\",")
            + more
            + "\"numberOfBeds\":25,\"careHome\":\"Y\",\"localAuthority\":\"Warrington\",\"postalCode\":\"LE15"
            + " 6AA\",\"postalAddressLine1\":\"9 Road\","
            + "\"onspdLatitude\":52.67,\"onspdLongitude\":-0.73,\"gacServiceTypes\":[{\"name\":\"Care"
            + " home service without nursing\",\"description\":\"Residential homes\"}],"
            + "\"currentRatings\":{\"overall\":{\"rating\":\"%s\",\"reportDate\":\"2020-11-05\","
            + "\"reportLinkId\":\"abc\",\"organisationId\":\"%s\",\"keyQuestionRatings\":[{\"name\":\"Safe\",\"rating\":\"Requires"
            + " improvement\"},{\"name\":\"Well-led\",\"rating\":\"Good\"}]}},"
            + "\"historicRatings\":[{\"reportDate\":\"2018-01-05\",\"organisationId\":\"%s\",\"overall\":{\"rating\":\"Good\",\"keyQuestionRatings\":[]}}]}\n")
        .formatted(id, provider, name, registered, rating, organisation, organisation);
  }
}
