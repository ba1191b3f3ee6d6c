package uk.carecontracts.contracts.publication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Problems;

/** In tests an archive covers five places of the journal. */
@QuarkusTest
@ContractsInfrastructure
class RegisterFeedTest {
  private static final String FEED = "/v1/register/contracts/feed";

  private static XmlPath read(String address) {
    Response answer = given().urlEncodingEnabled(false).get(address);
    answer.then().statusCode(200).contentType(startsWith("application/atom+xml"));
    return new XmlPath(answer.asString());
  }

  private static @Nullable String link(XmlPath document, String relation) {
    String address = document.getString("feed.link.find { it.@rel == '" + relation + "' }.@href");
    return address == null || address.isEmpty() ? null : address.replaceFirst("^http://[^/]+", "");
  }

  private static List<String> entries(XmlPath document) {
    return document.getList("feed.entry.id");
  }

  /** What a reader holds who has followed prev-archive: entries by document. */
  private static Map<String, List<String>> follow(String council) {
    Map<String, List<String>> documents = new LinkedHashMap<>();
    String address = FEED + "?authority=" + council;
    while (address != null) {
      XmlPath document = read(address);
      documents.put(address, entries(document));
      address = link(document, "prev-archive");
    }
    return documents;
  }

  private static Set<String> all(Map<String, List<String>> documents) {
    Set<String> all = new HashSet<>();
    documents.values().forEach(all::addAll);
    return all;
  }

  private static Response live(String council, String supplier) {
    Response draft = Api.as(council).body(Api.complete(Api.reference())).post("/v1/contracts");
    Response awarded = Api.stepAs(council, draft, "award", Api.award(supplier));
    return Api.stepAs(council, awarded, "activate", "{}");
  }

  private static void awaitEntries(String council, int entries) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> all(follow(council)).size() == entries);
  }

  @Test
  void whoFollowsTheArchivesHasEveryPublicVersionAndArchivesStayAsTheyAre() {
    String council = "E06000038";
    for (int i = 0; i < 4; i++) {
      live(council, "Fernleigh Ltd");
    }
    awaitEntries(council, 8);
    Map<String, List<String>> before = follow(council);
    assertTrue(before.size() > 1, () -> "eight versions fill an archive: " + before);
    for (int i = 0; i < 2; i++) {
      live(council, "Fernleigh Ltd");
    }
    awaitEntries(council, 12);
    Map<String, List<String>> after = follow(council);
    List<String> archives = new ArrayList<>(before.keySet());
    archives.remove(0);
    archives.forEach(archive -> assertEquals(before.get(archive), entries(read(archive))));
    assertTrue(after.keySet().containsAll(archives));
  }

  @Test
  void anEntrySaysWhatHappenedToWhichContractAndAnArchiveThatItIsOne() {
    String council = "E06000039";
    Response active = live(council, "Fernleigh <& Sons> Ltd");
    awaitEntries(council, 2);
    XmlPath recent = read(FEED + "?authority=" + council);
    assertEquals("urn:care-contracts:register:" + council, recent.getString("feed.id"));
    String archived = link(recent, "prev-archive");
    XmlPath document = entries(recent).isEmpty() ? read(archived) : recent;
    assertEquals("Home care in Northvale", document.getString("feed.entry[0].title"));
    assertEquals("contract.activated.v1", document.getString("feed.entry[0].category[0].@term"));
    assertTrue(
        document
            .getString("feed.entry[0].summary")
            .startsWith("Contract activated, version 3. Reference T-"));
    assertTrue(
        document
            .getString("feed.entry[0].link.@href")
            .endsWith("/v1/register/contracts/" + Api.id(active)));
    for (int i = 0; i < 3; i++) {
      live(council, "Fernleigh Ltd");
    }
    awaitEntries(council, 8);
    String archive = link(read(FEED + "?authority=" + council), "prev-archive");
    String text = given().urlEncodingEnabled(false).get(archive).asString();
    assertTrue(text.contains("archive xmlns") || text.contains("<fh:archive"), text);
    assertTrue(text.contains("rel=\"current\""), text);
  }

  @Test
  void whatIsKeptBackIsGoneFromOldEntriesToo() {
    String council = "E06000040";
    Response active = live(council, "Fernleigh Ltd");
    awaitEntries(council, 2);
    Api.as(council)
        .body("{\"field\":\"TITLE\",\"ground\":\"FOI_S43\",\"reason\":\"A tender is open\"}")
        .post("/v1/contracts/" + Api.id(active) + "/exemptions")
        .then()
        .statusCode(201);
    awaitEntries(council, 3);
    StringBuilder all = new StringBuilder();
    for (String address : follow(council).keySet()) {
      all.append(given().urlEncodingEnabled(false).get(address).asString());
    }
    assertFalse(all.toString().contains("Northvale") || all.toString().contains("tender is open"));
    assertTrue(all.toString().contains("term=\"publication-exemption.placed.v1\""), all::toString);
  }

  @Test
  void readersAskWhetherItIsNewAndForArchivesThatExist() {
    String address = FEED + "?authority=E06000041";
    String etag = given().get(address).header("ETag");
    given().header("If-None-Match", etag).get(address).then().statusCode(304);
    given().get(FEED + "?archive=9999999999").then().spec(Problems.problem(404, "NOT_FOUND"));
    given().get(FEED + "?archive=0").then().spec(Problems.problem(400, "INVALID_REQUEST"));
    given().get(FEED + "?page=2").then().spec(Problems.problem(400, "INVALID_REQUEST"));
  }
}
