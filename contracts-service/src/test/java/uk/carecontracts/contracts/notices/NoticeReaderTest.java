package uk.carecontracts.contracts.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.carecontracts.contracts.imports.ImportedContract;
import uk.carecontracts.contracts.imports.ParsedRow;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.kit.imports.ImportFileException;
import uk.carecontracts.testkit.SharedFolder;

class NoticeReaderTest {
  private static List<ParsedRow> read(String json) {
    return read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<ParsedRow> read(InputStream file) {
    List<ParsedRow> rows = new ArrayList<>();
    try (NoticeReader reader = new NoticeReader(file)) {
      reader.forEachRemaining(rows::add);
    }
    return rows;
  }

  private static ImportedContract one(String fields) {
    ParsedRow row = read("{\"meta\":{},\"contracts\":[{\"id\":\"n-1\"," + fields + "}]}").get(0);
    return Objects.requireNonNull(row.contract(), () -> row.faults().toString());
  }

  private static List<String> codes(ImportedContract contract) {
    return contract.remarks().stream().map(ImportedContract.Remark::code).toList();
  }

  @Test
  void an_awarded_notice_becomes_an_awarded_contract() {
    ImportedContract contract =
        one(
            """
            "title":"Home care &amp; support","description":"Line one\\r\\n\\r\\nLine two &pound;5",
            "organisation":"Northvale Council","status":"awarded","notice_type":"Contract",
            "published_date":"2026-02-26","awarded_date":"2026-02-25","value_low":10,
            "awarded_value":118983.6,"awarded_supplier":"Fernleigh Ltd","awarded_to_sme":true,
            "cpv_codes":"85312000 85310000","region":"North West","url":"https://example.test/n-1"
            """);
    assertEquals("Home care & support", contract.title());
    assertEquals("Line one\n\nLine two £5", contract.description());
    assertEquals(ContractStatus.AWARDED, contract.status());
    assertEquals(new BigDecimal("118983.6"), contract.totalValue());
    assertEquals(LocalDate.of(2026, 2, 25), contract.awardDate());
    assertEquals(List.of("85312000", "85310000"), contract.cpvCodes());
    assertEquals("Fernleigh Ltd", contract.suppliers().get(0).name());
    assertEquals(Boolean.TRUE, contract.suppliers().get(0).sme());
    assertEquals(List.of(), contract.remarks());
  }

  @ParameterizedTest(name = "a {1} {0} notice with supplier {2} is {3}")
  @CsvSource({
    "Contract,       open,      ,                 PUBLISHED_TENDER",
    "Contract,       closed,    ,                 PUBLISHED_TENDER",
    "Contract,       withdrawn, ,                 CANCELLED",
    "Contract,       awarded,   Tender abandoned, CANCELLED",
    "Contract,       awarded,   N/A,              AWARDED",
    "Contract,       awarded,   ,                 AWARDED",
    "Contract,       puzzling,  ,                 DRAFT",
    "PreProcurement, closed,    ,                 DRAFT",
    "PreProcurement, withdrawn, ,                 CANCELLED"
  })
  void the_status_follows_the_notice(String type, String status, String supplier, String expected) {
    String named = supplier == null ? "null" : "\"" + supplier + "\"";
    ImportedContract contract =
        one(
            "\"title\":\"t\",\"notice_type\":\"%s\",\"status\":\"%s\",\"awarded_supplier\":%s"
                .formatted(type, status, named));
    assertEquals(ContractStatus.valueOf(expected), contract.status());
  }

  @Test
  void a_value_of_nothing_is_unknown_and_doubts_are_remarked() {
    ImportedContract contract =
        one(
            "\"title\":\"t\",\"status\":\"awarded\",\"awarded_supplier\":\"N/A\","
                + "\"awarded_value\":0,\"awarded_date\":\"31/12/2025\"");
    assertNull(contract.totalValue());
    assertNull(contract.awardDate());
    assertEquals(
        List.of("SUPPLIER_NOT_STATED", "VALUE_UNKNOWN", "DATE_UNREADABLE"), codes(contract));
  }

  @Test
  void a_tender_shows_the_upper_estimate() {
    ImportedContract contract =
        one("\"title\":\"t\",\"status\":\"open\",\"value_low\":10,\"value_high\":20");
    assertEquals(new BigDecimal("20"), contract.totalValue());
  }

  @Test
  void notices_without_identity_or_title_are_refused_and_the_others_kept() {
    List<ParsedRow> rows =
        read(
            "{\"contracts\":[{\"title\":\"a\"},{\"id\":\"x\",\"title\":\"  \"},7,"
                + "{\"id\":\"y\",\"title\":\"b\",\"status\":\"open\"}],\"after\":1}");
    assertEquals(4, rows.size());
    assertEquals("/id", rows.get(0).faults().get(0).pointer());
    assertEquals("/title", rows.get(1).faults().get(0).pointer());
    assertEquals("", rows.get(2).faults().get(0).pointer());
    assertEquals(4, rows.get(3).number());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"contracts\":{}}", "not json", "{\"contracts\":[{"})
  void a_file_that_is_no_notice_file_says_so(String file) {
    assertThrows(ImportFileException.class, () -> read(file));
  }

  @Test
  void every_notice_of_the_real_files_becomes_a_register_entry() throws IOException {
    Map<ContractStatus, Integer> statuses = new EnumMap<>(ContractStatus.class);
    Map<String, Integer> remarks = new TreeMap<>();
    int rows = 0;
    int suppliers = 0;
    for (String council :
        List.of("blackburn", "blackpool", "chorley", "lancashire_cc", "preston")) {
      Path file = SharedFolder.require("data/contract-notices/" + council + ".json");
      try (InputStream in = Files.newInputStream(file)) {
        for (ParsedRow row : read(in)) {
          ImportedContract contract = Objects.requireNonNull(row.contract());
          rows++;
          suppliers += contract.suppliers().size();
          statuses.merge(contract.status(), 1, Integer::sum);
          codes(contract).forEach(code -> remarks.merge(code, 1, Integer::sum));
          assertTrue(!String.valueOf(contract.title()).matches(".*&[a-z#0-9]+;.*"));
        }
      }
    }
    System.out.println("Real notices: " + rows + " rows, " + suppliers + " suppliers, " + statuses);
    System.out.println("Remarks: " + remarks);
    assertEquals(550, rows);
    assertTrue(suppliers > 400);
  }
}
