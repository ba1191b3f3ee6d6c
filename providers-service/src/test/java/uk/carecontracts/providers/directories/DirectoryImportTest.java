package uk.carecontracts.providers.directories;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.carecontracts.kit.imports.ImportContext;
import uk.carecontracts.kit.imports.ImportFormat;
import uk.carecontracts.kit.imports.ImportRows;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.providers.ServiceTest;
import uk.carecontracts.providers.companies.CompaniesHouseImport;
import uk.carecontracts.testkit.SharedFolder;

@QuarkusTest
class DirectoryImportTest extends ServiceTest {

  private static final String RUTLAND = "E06000017";
  private static final String SHORT =
      "CQC directory,,,,,,,,,,,,,,\n,,,,,,,,,,,,,,\nPrinted for a test,,,,,,,,,,,,,,\n,,,,,,,,,,,,,,\n"
          + "Name,Also known as,Address,Postcode,Phone number,Service's website (if available),"
          + "Service types,Date of latest check,Specialisms/services,Provider name,"
          + "Local authority,Region,Location URL,CQC Location ID (for office use only),"
          + "CQC Provider ID (for office use only)\n";
  private static final String LONG =
      "Location ID,Location HSCA start date,Care home?,Location Name,Care homes beds,"
          + "Location Local Authority,Location Latitude,Location Longitude,Location Street Address,"
          + "Location City,Location Postal Code,Location Latest Overall Rating,Publication Date,"
          + "Inherited Rating (Y/N),Brand Name,Provider Companies House Number,Provider ID,"
          + "Provider Name,Provider Ownership Type,Service type - Care home service with nursing,"
          + "Service type - Domiciliary care service\n";
  private static final String OFSTED =
      "\"Children's social care \u2013 a test\",,,,,,,,,,,,,,,,\nA note,,,,,,,,,,,,,,,,\n"
          + "Web link,URN,Provision type,Registration date,Registration status,Name,Address 1,Town,"
          + "Postcode,\"Local\nauthority\",Sector,Places,Organisation which owns the provider,"
          + "Inspection date,Publication date,Overall experiences and progress of children and"
          + " young people,How well children and young people are helped and protected\n";

  @Inject CqcDirectoryImport directory;
  @Inject OfstedImport ofsted;
  @Inject CompaniesHouseImport companies;

  @Test
  void bothLayoutsOfTheCareDirectoryFillOneRecord() {
    String number = cqcNumber();
    String provider = cqcNumber();
    String owner = unique("Care Limited");
    String company = companyNumber();
    String first =
        SHORT
            + shortRow(
                "Oak House", "LE15 6AA", "Homecare agencies|Nursing homes", owner, number, provider)
            + shortRow("Teeth", "LE15 6AB", "Dentist", owner, cqcNumber(), provider);
    JsonPath job = finished(submit("CQC_DIRECTORY", "2023-01-10", "", first));
    assertEquals(List.of(2, 1, 0, 0, 1), rows(job));
    String second =
        LONG
            + longRow(number, "Oak House", 40, "Good", "15/06/2022", "N", company, provider, owner);
    assertEquals(
        List.of(1, 0, 1, 0, 0), rows(finished(submit("CQC_DIRECTORY", "2024-01-10", "", second))));
    assertEquals(
        List.of(1, 0, 0, 1, 0), rows(finished(submit("CQC_DIRECTORY", "2024-01-10", "", second))));
    assertEquals(
        List.of(2, 0, 0, 1, 1), rows(finished(submit("CQC_DIRECTORY", "2023-01-10", "", first))));
    Map<String, Object> home = location(number);
    assertEquals("NURSING_HOME", home.get("careType"));
    assertEquals(40, home.get("beds"));
    assertEquals(RUTLAND, home.get("area"));
    assertEquals("OPEN", home.get("status"));
    assertEquals("2011-03-01", ((Map<?, ?>) home.get("openedBetween")).get("until"));
    assertEquals("GOOD", ((Map<?, ?>) home.get("currentRating")).get("overall"));
    reader()
        .get("/v1/providers/" + home.get("providerId"))
        .then()
        .body("legalName", equalTo(owner))
        .body("brand", equalTo("BRAND Test"))
        .body("identifiers.id", equalTo(List.of(provider, company).stream().sorted().toList()));
  }

  @Test
  void whatALaterDirectoryMissesWasClosedAndBedsChangeInBetween() {
    String stays = cqcNumber();
    String goes = cqcNumber();
    String provider = cqcNumber();
    String owner = unique("Homes Limited");
    String before =
        LONG
            + longRow(stays, unique("Ash"), 30, "", "", "N", "", provider, owner)
            + longRow(goes, unique("Elm"), 20, "", "", "N", "", provider, owner);
    String after = LONG + longRow(stays, unique("Ash"), 36, "", "", "N", "", provider, owner);
    // The later file first: the order must not matter.
    finished(submit("CQC_DIRECTORY", "2022-05-01", "", after));
    finished(submit("CQC_DIRECTORY", "2021-05-01", "", before));
    Map<String, Object> closed = location(goes);
    assertEquals("CLOSED", closed.get("status"));
    assertEquals(Map.of("after", "2021-05-01", "until", "2022-05-01"), closed.get("closedBetween"));
    assertEquals(36, location(stays).get("beds"));
    JsonPath supply =
        reader()
            .get(
                "/v1/market/supply?from=2021-05-01&to=2022-05-01&careType=NURSING_HOME&area="
                    + RUTLAND)
            .jsonPath();
    assertTrue(supply.getList("points[0].counted").contains(closed.get("id")));
    assertTrue(!supply.getList("points[1].counted").contains(closed.get("id")));
    assertTrue(supply.getInt("points[1].closures") >= 1);
    String unreadable = LONG + "1-999,short,row\n";
    JsonPath job = finished(submit("CQC_DIRECTORY", "2023-05-01", "", unreadable));
    assertEquals(List.of(1, 0, 0, 0, 1), rows(job));
    assertEquals("OPEN", location(stays).get("status"));
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
            + "{\"locationId\":\"1-123456789\",\"locationName\":\"Only listed\",\"postalCode\":\"LE15 6AA\"}\n";
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
        .get("/v1/market/openings-closures?limit=500&area=" + RUTLAND)
        .then()
        .body(
            "items.find { it.locationId == '"
                + before.get("id")
                + "' && it.event == 'CLOSED' }"
                + ".reregistration",
            equalTo(true));
    reader()
        .get("/v1/market/exits?from=2021-01-01&to=2021-12-31&area=" + RUTLAND)
        .then()
        .body("items.findAll { it.locationId == '" + before.get("id") + "' }", hasSize(1));
  }

  @Test
  void aTableOfOfstedsIsReadInTheCodePageOfASpreadsheet() {
    String urn = "SC" + (100000 + (int) (Math.random() * 800000));
    String owner = unique("O\u2019Brien Care Limited");
    String table =
        OFSTED
            + ofstedRow(
                urn, "Children's home", "REDACTED", owner + " 0" + companyNumber().substring(1))
            + ofstedRow("X", "Children's home", "", owner);
    byte[] bytes = table.getBytes(Charset.forName("windows-1252"));
    Response submitted =
        officer()
            .contentType("text/csv")
            .body(bytes)
            .post("/v1/provider-imports?format=OFSTED_PROVIDERS&snapshotDate=2019-03-31");
    JsonPath job = finished(submitted);
    assertEquals(List.of(2, 1, 0, 0, 1), rows(job));
    officer()
        .get("/v1/provider-imports/" + job.getString("id") + "/errors")
        .then()
        .body("items[0].pointer", equalTo("URN"));
    JsonPath found =
        reader()
            .get("/v1/locations?area=" + RUTLAND + "&careType=CHILDRENS_HOME&limit=500")
            .jsonPath();
    Map<String, Object> home = found.getMap("items.find { it.ofstedUrn == '" + urn + "' }");
    assertEquals(4, home.get("beds"));
    assertEquals(null, home.get("postcode"));
    assertEquals("OFSTED", ((Map<?, ?>) home.get("currentRating")).get("regulator"));
    reader()
        .get("/v1/providers/" + home.get("providerId"))
        .then()
        .body("legalName", equalTo(owner))
        .body("identifiers[0].scheme", equalTo("GB-COH"));
  }

  @Test
  void theRegisterOfCompaniesKnowsTheName() {
    String number = companyNumber();
    String old = unique("Care Ltd");
    UUID id =
        registered(
            Map.of(
                "legalName",
                old,
                "identifiers",
                List.of(Map.of("scheme", "GB-COH", "id", number))));
    String name = unique("Better Care Limited");
    String file =
        "CompanyName, CompanyNumber,RegAddress.AddressLine1,RegAddress.PostTown,"
            + "RegAddress.PostCode,CompanyCategory\n"
            + name
            + ","
            + number
            + ",1 Road,Oakham,LE15 6AA,Community Interest Company\n"
            + "Nobody,none,,,,\n";
    assertEquals(
        List.of(2, 0, 1, 0, 1), rows(finished(submit("COMPANIES_HOUSE", "2024-01-01", "", file))));
    assertEquals(
        List.of(2, 0, 0, 1, 1), rows(finished(submit("COMPANIES_HOUSE", "2024-01-01", "", file))));
    reader()
        .get("/v1/providers/" + id)
        .then()
        .body("legalName", equalTo(name))
        .body("tradingNames", equalTo(List.of(old)))
        .body("kind", equalTo("CIC"))
        .body("postcode", equalTo("LE15 6AA"));
  }

  @Test
  void importsAtOnceNeverMakeTwoRecordsOfOneOrganisation() throws Exception {
    for (int round = 0; round < 4; round++) {
      String owner = unique("Together Limited");
      String company = companyNumber();
      String provider = cqcNumber();
      String cqc =
          LONG + longRow(cqcNumber(), unique("A"), 10, "", "", "N", company, provider, owner);
      String children =
          OFSTED
              + ofstedRow(
                  "12" + (10000 + (int) (Math.random() * 80000)),
                  "Children's home",
                  "",
                  owner + " (" + company + ")");
      String register =
          "CompanyName,CompanyNumber\n"
              + owner.toUpperCase(java.util.Locale.UK)
              + ","
              + company
              + "\n";
      ExecutorService both = Executors.newFixedThreadPool(3);
      List<Callable<Integer>> calls =
          List.of(
              () -> applied(directory, cqc),
              () -> applied(ofsted, children),
              () -> applied(companies, register));
      for (Future<Integer> done : both.invokeAll(calls)) {
        assertEquals(1, done.get());
      }
      both.shutdown();
      reader()
          .get("/v1/providers?q=" + owner.split(" ", -1)[0])
          .then()
          .body("items", hasSize(1))
          .body("items[0].identifiers", hasSize(2));
    }
  }

  private static <R> int applied(ImportFormat<R> format, String file) {
    ImportContext context =
        new ImportContext(UUID.randomUUID(), TRAFFORD, false, Map.of("snapshotDate", "2020-01-01"));
    return Tenancy.callAs(
        Acting.forAuthority(TRAFFORD, "test"),
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () -> {
                      List<R> values = new ArrayList<>();
                      try (ImportRows<R> rows =
                          format.open(
                              new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                              context)) {
                        while (rows.hasNext()) {
                          values.add(rows.next().value());
                        }
                      }
                      return format.apply(values, context).size();
                    }));
  }

  /** Some councils' rows of the real tables; every row with -Dofsted.all=true (about a minute). */
  @Test
  void theRealTablesOfOfstedAreTakenToTheLastRow() throws IOException {
    Path folder = SharedFolder.require("data/ofsted");
    String march2019 = some(Files.readString(folder.resolve("provider_at_march_2019.csv")));
    String march2024 =
        some(
            Files.readString(
                folder.resolve("provider_at_march_2024.csv"), Charset.forName("windows-1252")));
    Set<String> before = urns(march2019);
    Set<String> after = urns(march2024);
    JsonPath first = finished(submit("OFSTED_PROVIDERS", "2019-03-31", "", march2019));
    System.out.println("Ofsted 2019 rows " + rows(first));
    assertEquals(List.of(before.size(), before.size(), 0, 0, 0), rows(first));
    JsonPath second = finished(submit("OFSTED_PROVIDERS", "2024-03-31", "", march2024));
    System.out.println("Ofsted 2024 rows " + rows(second));
    Set<String> both = new TreeSet<>(before);
    both.retainAll(after);
    assertEquals(
        List.of(after.size(), after.size() - both.size(), both.size(), 0, 0), rows(second));
    assertEquals(
        List.of(after.size(), 0, 0, after.size(), 0),
        rows(finished(submit("OFSTED_PROVIDERS", "2024-03-31", "", march2024))));
    assertEquals(
        List.of(before.size(), 0, 0, before.size(), 0),
        rows(finished(submit("OFSTED_PROVIDERS", "2019-03-31", "", march2019))));
    // Each council's settings that only the first table lists closed between the two, and only
    // they.
    for (String council : List.of("E08000009", "E08000001", "E10000017")) {
      JsonPath events =
          reader().get("/v1/market/exits?from=2019-03-31&to=2024-03-31&area=" + council).jsonPath();
      List<String> closed = new ArrayList<>();
      for (String id : events.<String>getList("items.locationId")) {
        String urn = reader().get("/v1/locations/" + id).path("ofstedUrn");
        if (urn != null) {
          closed.add(urn);
        }
      }
      Set<String> gone = urns(march2019, COUNCILS.get(council));
      gone.removeAll(after);
      assertEquals(gone, new TreeSet<>(closed));
    }
  }

  private static final Map<String, String> COUNCILS =
      Map.of("E08000009", "Trafford", "E08000001", "Bolton", "E10000017", "Lancashire");

  private static String some(String table) {
    if (Boolean.getBoolean("ofsted.all")) {
      return table;
    }
    List<String> kept = new ArrayList<>();
    for (String line : table.split("\r?\n", -1)) {
      boolean row = line.startsWith("Ofsted Social Care");
      if (!row || COUNCILS.values().stream().anyMatch(name -> line.contains("," + name + ","))) {
        kept.add(line);
      }
    }
    return String.join("\n", kept);
  }

  /** Ofsted's numbers in a table, read without the importer. */
  private static Set<String> urns(String table, String... councils) {
    Set<String> urns = new TreeSet<>();
    for (String line : table.split("\r?\n", -1)) {
      String[] cells = line.split(",", -1);
      if (line.startsWith("Ofsted Social Care")
          && (councils.length == 0 || line.contains("," + councils[0] + ","))) {
        urns.add(cells[1]);
      }
    }
    return urns;
  }

  private static String shortRow(
      String name, String postcode, String types, String owner, String id, String provider) {
    return name
        + ",,\"1 Road, Oakham\","
        + postcode
        + ",01572000000,,"
        + types
        + ",01/02/2022,Dementia,"
        + owner
        + ",Rutland,East Midlands,https://example.org,"
        + id
        + ","
        + provider
        + "\n";
  }

  private static String longRow(
      String id,
      String name,
      int beds,
      String rating,
      String published,
      String inherited,
      String company,
      String provider,
      String owner) {
    return id
        + ",01/03/2011,Y,"
        + name
        + ","
        + beds
        + ",Rutland,52.67,-0.73,1 Road,Oakham,LE15 6AA,"
        + rating
        + ","
        + published
        + ","
        + inherited
        + ",BRAND Test,"
        + company
        + ","
        + provider
        + ","
        + owner
        + ",Organisation,Y,\n";
  }

  private static String ofstedRow(String urn, String type, String address, String owner) {
    return "Page,"
        + urn
        + ","
        + type
        + ",17/09/2013,Active,The House,"
        + address
        + ","
        + address
        + ",REDACTED,Rutland,Private,4,"
        + owner
        + ",15/08/2018,23/09/2018,Requires Improvement to be good,Good\n";
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
    return ("{\"locationId\":\"%s\",\"providerId\":\"%s\",\"name\":\"%s\",\"type\":\"Social Care Org\","
            + "\"registrationStatus\":\"Registered\",\"registrationDate\":\"%s\","
            + (deregistered.isEmpty() ? "" : "\"deregistrationDate\":\"" + deregistered + "\",")
            + more
            + "\"numberOfBeds\":25,\"careHome\":\"Y\",\"localAuthority\":\"Rutland\","
            + "\"postalCode\":\"LE15 6AA\",\"postalAddressLine1\":\"9 Road\","
            + "\"onspdLatitude\":52.67,\"onspdLongitude\":-0.73,"
            + "\"gacServiceTypes\":[{\"name\":\"Care home service without nursing\",\"description\":\"Residential homes\"}],"
            + "\"currentRatings\":{\"overall\":{\"rating\":\"%s\",\"reportDate\":\"2020-11-05\","
            + "\"reportLinkId\":\"abc\",\"organisationId\":\"%s\",\"keyQuestionRatings\":"
            + "[{\"name\":\"Safe\",\"rating\":\"Requires improvement\"},{\"name\":\"Well-led\",\"rating\":\"Good\"}]}},"
            + "\"historicRatings\":[{\"reportDate\":\"2018-01-05\",\"organisationId\":\"%s\","
            + "\"overall\":{\"rating\":\"Good\",\"keyQuestionRatings\":[]}}]}\n")
        .formatted(id, provider, name, registered, rating, organisation, organisation);
  }

  private static Map<String, Object> location(String cqcNumber) {
    return reader().get("/v1/locations?q=" + cqcNumber).jsonPath().getMap("items[0]");
  }

  private static String cqcNumber() {
    return "1-" + (1_000_000_000L + (long) (Math.random() * 8_000_000_000L));
  }

  private static Response submit(String format, String date, String more, String file) {
    return officer()
        .contentType("text/csv; charset=UTF-8")
        .body(file)
        .post("/v1/provider-imports?format=" + format + "&snapshotDate=" + date + more);
  }

  private static List<Integer> rows(JsonPath job) {
    return List.of(
        job.getInt("rows.read"),
        job.getInt("rows.created"),
        job.getInt("rows.updated"),
        job.getInt("rows.unchanged"),
        job.getInt("rows.rejected"));
  }

  private static JsonPath finished(Response submitted) {
    assertEquals(202, submitted.statusCode(), submitted::asString);
    String location = submitted.header("Location");
    await()
        .until(
            () ->
                Set.of("COMPLETED", "FAILED")
                    .contains(officer().get(location).<String>path("status")));
    JsonPath job = officer().get(location).jsonPath();
    assertEquals("COMPLETED", job.getString("status"), job::prettify);
    return job;
  }
}
