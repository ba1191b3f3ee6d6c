package uk.carecontracts.providers.directories;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import uk.carecontracts.providers.companies.CompaniesHouseImport;

@QuarkusTest
class ImportsAtOnceTest extends DirectoryTest {

  ImportsAtOnceTest() {
    super("Hartlepool", "E06000001");
  }

  @Inject CqcDirectoryImport directory;
  @Inject OfstedImport ofsted;
  @Inject CompaniesHouseImport companies;

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
      // In every other round nothing but the name is common to the three files.
      boolean numbered = round % 2 == 0;
      String owner = unique("Together Limited");
      String company = companyNumber();
      String provider = cqcNumber();
      String cqc =
          LONG
              + longRow(
                  cqcNumber(),
                  unique("A"),
                  10,
                  "",
                  "",
                  "N",
                  numbered ? company : "",
                  provider,
                  owner);
      String children =
          OFSTED
              + ofstedRow(
                  "12" + (10000 + (int) (Math.random() * 80000)),
                  "Children's home",
                  "",
                  numbered ? owner + " (" + company + ")" : owner);
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
}
