package uk.carecontracts.providers.directories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.carecontracts.testkit.Patience.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.carecontracts.providers.ServiceTest;

/** Files in the layouts of the registers, about one council so that no other test's file does. */
abstract class DirectoryTest extends ServiceTest {

  static final String SHORT =
      "CQC directory,,,,,,,,,,,,,,\n"
          + ",,,,,,,,,,,,,,\n"
          + "Printed for a test,,,,,,,,,,,,,,\n"
          + ",,,,,,,,,,,,,,\n"
          + "Name,Also known as,Address,Postcode,Phone number,Service's website (if"
          + " available),Service types,Date of latest check,Specialisms/services,Provider"
          + " name,Local authority,Region,Location URL,CQC Location ID (for office use only),CQC"
          + " Provider ID (for office use only)\n";
  static final String LONG =
      "Location ID,Location HSCA start date,Care home?,Location Name,Care homes beds,"
          + "Location Local Authority,Location Latitude,Location Longitude,Location Street Address,"
          + "Location City,Location Postal Code,Location Latest Overall Rating,Publication Date,"
          + "Inherited Rating (Y/N),Brand Name,Provider Companies House Number,Provider ID,"
          + "Provider Name,Provider Ownership Type,Service type - Care home service with nursing,"
          + "Service type - Domiciliary care service\n";
  static final String OFSTED =
      "\"Children's social care \u2013 a test\",,,,,,,,,,,,,,,,\nA note,,,,,,,,,,,,,,,,\n"
          + "Web link,URN,Provision type,Registration date,Registration status,Name,Address 1,Town,"
          + "Postcode,\"Local\nauthority\",Sector,Places,Organisation which owns the provider,"
          + "Inspection date,Publication date,Overall experiences and progress of children and"
          + " young people,How well children and young people are helped and protected\n";

  private final String council;

  /** The council's code. */
  final String area;

  DirectoryTest(String council, String area) {
    this.council = council;
    this.area = area;
  }

  String shortRow(
      String name, String postcode, String types, String owner, String id, String provider) {
    return name
        + ",,\"1 Road, Oakham\","
        + postcode
        + ",01572000000,,"
        + types
        + ",01/02/2022,Dementia,"
        + owner
        + ","
        + council
        + ",East Midlands,https://example.org,"
        + id
        + ","
        + provider
        + "\n";
  }

  String longRow(
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
        + ","
        + council
        + ",52.67,-0.73,1 Road,Oakham,LE15 6AA,"
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

  String ofstedRow(String urn, String type, String address, String owner) {
    return "Page,"
        + urn
        + ","
        + type
        + ",17/09/2013,Active,The House,"
        + address
        + ","
        + address
        + ",REDACTED,"
        + council
        + ",Private,4,"
        + owner
        + ",15/08/2018,23/09/2018,Requires Improvement to be good,Good\n";
  }

  static Map<String, Object> location(String cqcNumber) {
    return reader().get("/v1/locations?q=" + cqcNumber).jsonPath().getMap("items[0]");
  }

  static String cqcNumber() {
    return "1-" + (1_000_000_000L + (long) (Math.random() * 8_000_000_000L));
  }

  static Response submit(String format, String date, String more, String file) {
    return officer()
        .contentType("text/csv; charset=UTF-8")
        .body(file)
        .post("/v1/provider-imports?format=" + format + "&snapshotDate=" + date + more);
  }

  static List<Integer> rows(JsonPath job) {
    return List.of(
        job.getInt("rows.read"),
        job.getInt("rows.created"),
        job.getInt("rows.updated"),
        job.getInt("rows.unchanged"),
        job.getInt("rows.rejected"));
  }

  static JsonPath finished(Response submitted) {
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
