package uk.carecontracts.contracts.ocds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.carecontracts.contracts.imports.ImportedContract;
import uk.carecontracts.contracts.imports.ParsedRow;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.ContractType;
import uk.carecontracts.contracts.terms.Procedure;
import uk.carecontracts.kit.imports.ImportFileException;
import uk.carecontracts.testkit.SharedFolder;

class ReleasePackageReaderTest {
  static final String AWARD =
      """
      {"ocid":"ocds-x-1","id":"r-2","date":"2025-01-23T16:36:29Z","tag":["award"],
       "initiationType":"tender",
       "tender":{"id":"NV-7","title":"Day support","description":"Line\\r\\nTwo","status":"complete",
         "classification":{"scheme":"CPV","id":"85312000","description":"x"},
         "additionalClassifications":[{"scheme":"CPV","id":"85310000"}],
         "procurementMethod":"selective",
         "procurementMethodDetails":"Call-off from a framework agreement",
         "contractPeriod":{"startDate":"2025-01-01T00:00:00Z","endDate":"2025-02-01T00:00:00Z"},
         "items":[{"id":"1","deliveryAddresses":[{"region":"North West"},{"countryName":"UK"}]}],
         "value":{"amount":90000,"currency":"GBP"}},
       "parties":[
         {"id":"B","name":"Northvale Council","roles":["buyer"],
          "contactPoint":{"name":"A Person","email":"a.person@northvale.test"}},
         {"id":"S","name":"Fernleigh Ltd","roles":["supplier"],
          "identifier":{"scheme":"GB-COH","id":"01234567"},"address":{"postalCode":"NV1 1AA"},
          "details":{"scale":"sme","vcse":false},
          "contactPoint":{"name":"B Person","telephone":"0100"}}],
       "buyer":{"id":"B","name":"Northvale Council"},
       "awards":[{"id":"1","status":"active","date":"2025-01-20T00:00:00Z",
         "value":{"amount":80000.5,"currency":"GBP"},
         "suppliers":[{"id":"S","name":"Fernleigh Ltd"},{"id":"T","name":"Unlisted CIC"}],
         "contractPeriod":{"startDate":"2025-04-01T00:00:00+01:00",
           "endDate":"2026-03-31T23:59:59+01:00"},
         "documents":[{"id":"1","documentType":"awardNotice","url":"https://example.test/n"},
           {"id":"2","url":"javascript:alert(1)"}]}]}
      """;

  private static List<ParsedRow> read(String json) {
    return ReleasePackageReader.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static ImportedContract one(String release) {
    ParsedRow row = read("{\"uri\":\"u\",\"releases\":[" + release + "]}").get(0);
    return Objects.requireNonNull(row.contract(), () -> row.faults().toString());
  }

  @Test
  void an_award_release_becomes_an_awarded_contract() {
    ImportedContract contract = one(AWARD);
    assertEquals("NV-7", contract.reference());
    assertEquals("Line\nTwo", contract.description());
    assertEquals(ContractStatus.AWARDED, contract.status());
    assertEquals(ContractType.CALL_OFF, contract.type());
    assertEquals(Procedure.FRAMEWORK_CALL_OFF, contract.procedure());
    assertEquals(List.of("85312000", "85310000"), contract.cpvCodes());
    assertEquals("North West", contract.area());
    assertEquals(new BigDecimal("80000.5"), contract.totalValue());
    assertEquals(LocalDate.of(2025, 4, 1), contract.startDate());
    assertEquals(LocalDate.of(2026, 3, 31), contract.endDate());
    assertEquals(LocalDate.of(2025, 1, 20), contract.awardDate());
    assertEquals("https://example.test/n", contract.source().url());
    assertEquals(1, contract.documents().size());
  }

  @Test
  void suppliers_keep_identifier_postcode_and_size_and_may_be_missing_from_the_parties() {
    List<ImportedContract.Supplier> suppliers = one(AWARD).suppliers();
    assertEquals(2, suppliers.size());
    assertEquals("GB-COH", suppliers.get(0).identifierScheme());
    assertEquals("01234567", suppliers.get(0).identifier());
    assertEquals("NV1 1AA", suppliers.get(0).postcode());
    assertEquals(Boolean.TRUE, suppliers.get(0).sme());
    assertEquals("Unlisted CIC", suppliers.get(1).name());
    assertNull(suppliers.get(1).identifier());
  }

  @Test
  void contact_points_of_people_are_not_taken_over() {
    String everything = one(AWARD).toString();
    assertFalse(everything.contains("Person"), everything);
    assertFalse(everything.contains("@"), everything);
  }

  @ParameterizedTest(name = "tag {0}, tender {1}, award {2} is {3}")
  @CsvSource({
    "planning,    planning,     ,             DRAFT",
    "tender,      active,       ,             PUBLISHED_TENDER",
    "tender,      cancelled,    ,             CANCELLED",
    "award,       complete,     active,       AWARDED",
    "award,       complete,     unsuccessful, CANCELLED",
    "awardUpdate, complete,     active,       AWARDED"
  })
  void the_status_follows_tag_tender_and_award(
      String tag, String tender, String award, String expected) {
    String awards =
        award == null ? "" : ",\"awards\":[{\"id\":\"1\",\"status\":\"" + award + "\"}]";
    ImportedContract contract =
        one(
            "{\"ocid\":\"o\",\"tag\":[\"%s\"],\"tender\":{\"title\":\"t\",\"status\":\"%s\"}%s}"
                .formatted(tag, tender, awards));
    assertEquals(ContractStatus.valueOf(expected), contract.status());
  }

  @Test
  void releases_come_in_the_order_of_their_dates() {
    List<ParsedRow> rows =
        read(
            """
            {"releases":[
              {"ocid":"o","date":"2025-02-01T00:00:00Z","tender":{"title":"late"}},
              {"ocid":"o","date":"2025-01-01T00:00:00Z","tender":{"title":"early"}},
              {"date":"2025-01-01T00:00:00Z","tender":{"title":"nowhere"}}]}""");
    assertEquals(List.of(3, 2, 1), rows.stream().map(ParsedRow::number).toList());
    assertEquals("/ocid", rows.get(0).faults().get(0).pointer());
  }

  @Test
  void an_end_before_the_start_is_remarked_and_left_out() {
    ImportedContract contract =
        one(
            "{\"ocid\":\"o\",\"tender\":{\"title\":\"t\",\"contractPeriod\":"
                + "{\"startDate\":\"2025-04-01\",\"endDate\":\"2025-03-01\"}}}");
    assertNull(contract.endDate());
    assertEquals("DATES_CONTRADICT", contract.remarks().get(0).code());
  }

  @Test
  void a_last_day_that_stands_for_no_end_is_remarked_and_left_out() {
    ImportedContract contract =
        one(
            "{\"ocid\":\"o\",\"tender\":{\"title\":\"t\",\"contractPeriod\":"
                + "{\"startDate\":\"2025-04-01\",\"endDate\":\"9999-12-31\"}}}");
    assertNull(contract.endDate());
    assertEquals("DATE_OUT_OF_REACH", contract.remarks().get(0).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"releases\":1}", "{\"releases\":[{]}"})
  void a_file_that_is_no_release_package_says_so(String file) {
    assertThrows(ImportFileException.class, () -> read(file));
  }

  @Test
  void every_release_of_the_real_package_becomes_a_register_entry() throws IOException {
    Map<ContractStatus, Integer> statuses = new EnumMap<>(ContractStatus.class);
    Set<String> ocids = new HashSet<>();
    int identified = 0;
    int suppliers = 0;
    List<ParsedRow> rows;
    try (InputStream in =
        Files.newInputStream(
            SharedFolder.require(
                "data/ocds/contracts-finder_release-package_2025-01-20_2025-01-23.json"))) {
      rows = ReleasePackageReader.read(in);
    }
    for (ParsedRow row : rows) {
      ImportedContract contract = Objects.requireNonNull(row.contract());
      ocids.add(contract.source().id());
      statuses.merge(contract.status(), 1, Integer::sum);
      suppliers += contract.suppliers().size();
      identified += (int) contract.suppliers().stream().filter(s -> s.identifier() != null).count();
    }
    System.out.println(
        "Real releases: "
            + rows.size()
            + " of "
            + ocids.size()
            + " processes, "
            + statuses
            + ", "
            + suppliers
            + " suppliers, "
            + identified
            + " with an identifier");
    assertEquals(100, rows.size());
    assertTrue(suppliers > 60);
  }
}
