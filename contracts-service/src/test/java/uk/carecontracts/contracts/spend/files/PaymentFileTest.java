package uk.carecontracts.contracts.spend.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.carecontracts.kit.imports.ImportFileException;
import uk.carecontracts.kit.imports.ImportRow;
import uk.carecontracts.testkit.SharedFolder;

class PaymentFileTest {
  private static final String HEADER =
      "OrganisationURI,EffectiveDate,BeneficiaryName,BeneficiaryOtherID,PaymentDate,"
          + "TransactionNumber,Amount,Purpose,ProclassCode,VATRegistrationNumber\n";
  private static final long GIB = 1L << 30;

  private static List<ImportRow<Payment>> read(byte[] file, @Nullable String encoding) {
    return read(SpendLayout.LGA_SPEND, new ByteArrayInputStream(file), encoding);
  }

  private static List<ImportRow<Payment>> read(
      SpendLayout layout, InputStream file, @Nullable String encoding) {
    List<ImportRow<Payment>> rows = new ArrayList<>();
    try (PaymentFile payments = PaymentFile.open(layout, "E10000017", file, encoding, GIB)) {
      payments.forEachRemaining(rows::add);
    }
    return rows;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(bytes(namesAndTexts[i + 1]));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static Payment only(List<ImportRow<Payment>> rows) {
    assertEquals(1, rows.size());
    Payment payment = rows.get(0).value();
    assertNotNull(payment, () -> String.valueOf(rows.get(0).malformed()));
    return payment;
  }

  private static String refusal(byte[] file, @Nullable String encoding) {
    return String.valueOf(
        assertThrows(ImportFileException.class, () -> read(file, encoding)).getMessage());
  }

  @Test
  void a_line_is_read_with_its_supplier_its_voucher_and_its_accounting_month() {
    Payment payment =
        only(
            read(
                bytes(
                    "\ufeff"
                        + HEADER
                        + "x,2025-03-31,\"Alder & Sons, Ltd\",77,2025-03-24,51,-195.75,Refund,NA,"
                        + "GB812311285\n"),
                null));
    assertEquals("Alder & Sons, Ltd", payment.supplier());
    assertEquals(new BigDecimal("-195.75"), payment.amount());
    assertTrue(payment.isCredit());
    assertEquals(LocalDate.of(2025, 3, 24), payment.paidOn());
    assertEquals(LocalDate.of(2025, 3, 31), payment.period());
    assertEquals(List.of("VAT:812311285"), payment.identifiers());
    assertEquals(null, payment.proclass());
  }

  @Test
  void headers_may_be_spelt_differently_and_stand_under_a_preamble() {
    Payment payment =
        only(
            read(
                bytes(
                    "Spend over £500\n\nBeneficiary Name,PAYMENT_DATE,amount\n"
                        + "Alder Ltd,24/03/2025,\"£1,234.5\"\n"),
                null));
    assertEquals(new BigDecimal("1234.50"), payment.amount());
    assertEquals(LocalDate.of(2025, 3, 31), payment.period());
  }

  @ParameterizedTest
  @CsvSource({
    "12,12.00",
    "-12.3,-12.30",
    "(12.30),-12.30",
    "12.30-,-12.30",
    "0.00,0.00",
    "1.500,1.50",
    "+7.01,7.01"
  })
  void amounts_are_read_as_ledgers_write_them(String written, BigDecimal amount) {
    Payment payment =
        only(
            read(
                bytes("BeneficiaryName,PaymentDate,Amount\nA Ltd,2025-03-24," + written + "\n"),
                null));
    assertEquals(amount, payment.amount());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A Ltd,2025-03-24,12.345",
        "A Ltd,2025-03-24,",
        "A Ltd,2025-03-24,twelve",
        "A Ltd,2025-03-24,1.2.3",
        "A Ltd,2025-02-30,12",
        "A Ltd,31/02/2025,12",
        ",2025-03-24,12",
        "A Ltd",
        "A Ltd,2025-03-24,1,234.50",
        "A Ltd,2025-03-24,1000000000000",
        "A Ltd,01/04/0205,12",
        "A Ltd,+12025-01-01,12",
        "A Ltd,2525-04-01,12"
      })
  void a_line_that_cannot_be_read_is_rejected_with_its_number_and_place(String line) {
    List<ImportRow<Payment>> rows =
        read(bytes("BeneficiaryName,PaymentDate,Amount\n" + line + "\nB Ltd,2025-03-24,1\n"), null);
    assertEquals(2, rows.size());
    assertEquals(2, rows.get(0).number());
    assertNotNull(rows.get(0).malformed());
    assertNotNull(rows.get(1).value());
  }

  @Test
  void an_amount_whose_comma_split_it_says_what_to_do() {
    List<ImportRow<Payment>> rows =
        read(
            bytes("BeneficiaryName,PaymentDate,Amount,Purpose,,\nA Ltd,2025-03-24,1,234.50,x\n"),
            null);
    assertTrue(String.valueOf(rows.get(0).malformed()).contains("needs quotation marks around it"));
  }

  @Test
  void lines_without_any_text_are_passed_over() {
    only(read(bytes(HEADER + ",,,,,,,,,\nx,,A Ltd,1,2025-03-24,1,1.00,,,\n , ,\n\n,,\n"), null));
  }

  @Test
  void a_quote_that_is_never_closed_loses_no_payment_unseen() {
    String open = HEADER + "x,,A Ltd,1,2025-03-24,1,1.00,\"Care,,\n";
    String lost = "x,,B Ltd,2,2025-03-25,2,2.00,\"Care\",,\n";
    String refusal = "A quotation mark opens a cell in line 2 and is not closed";
    assertTrue(refusal(bytes(open + lost.replace("\"", "")), null).startsWith(refusal));
    assertTrue(refusal(bytes(open + lost), null).startsWith(refusal));
    assertTrue(refusal(bytes(HEADER + "x,,A\0 Ltd\n"), null).startsWith("Line 2 holds"));
  }

  @Test
  void a_number_too_long_to_be_an_identifier_is_none() {
    assertEquals("", Identifiers.key("VAT", "GB" + "1".repeat(3000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://x/id/E06000008", "http://x/id/E06000008/", "x/e06000008", "E06000008"})
  void a_line_of_another_authority_is_rejected(String uri) {
    List<ImportRow<Payment>> rows =
        read(bytes(HEADER + uri + ",,A Ltd,1,2025-03-24,1,1.00,,,\n"), null);
    assertTrue(String.valueOf(rows.get(0).malformed()).contains("E06000008"));
  }

  @Test
  void text_of_another_encoding_is_refused_unless_it_is_announced() {
    byte[] file =
        (HEADER + "x,,Café Ltd,1,2025-03-24,1,1.00,,,\n").getBytes(Charset.forName("windows-1252"));
    assertTrue(refusal(file, null).contains("encoding=WINDOWS-1252"));
    assertEquals("Café Ltd", only(read(file, "WINDOWS-1252")).supplier());
    String marked = refusal(bytes("\ufeff" + HEADER), "WINDOWS-1252");
    assertTrue(marked.contains("byte order mark of UTF-8"), marked);
    assertTrue(refusal(HEADER.getBytes(StandardCharsets.UTF_16), null).contains("UTF-16"));
    assertTrue(refusal(new byte[] {0x1f, (byte) 0x8b, 8, 0}, null).contains("gzip"));
    assertTrue(refusal(bytes("a,b,c\n1,2,3\n"), null).contains("BeneficiaryName"));
    assertTrue(refusal(bytes(HEADER + "\"" + "a".repeat(300_000)), null).contains("quote"));
  }

  @Test
  void a_zip_gives_its_csv_file_and_nothing_else() throws Exception {
    String csv = HEADER + "x,,A Ltd,1,2025-03-24,1,1.00,,,\n";
    only(read(zip("about.txt", "hello", "spend.csv", csv, "__MACOSX/spend.csv", "rest"), null));
    assertTrue(refusal(zip("about.txt", "hello"), null).contains("no CSV"));
    assertTrue(refusal(zip("[Content_Types].xml", "<x/>"), null).contains("spreadsheet"));
    byte[] damaged = zip("a.csv", csv.repeat(50));
    damaged[60] ^= 0x55;
    assertThrows(
        RuntimeException.class, () -> read(damaged, null), "damage must not pass unnoticed");
  }

  @Test
  void the_csv_files_of_a_zip_are_read_as_one_and_faults_name_file_and_line() throws Exception {
    String april = HEADER + "x,,A Ltd,1,2025-04-24,1,1.00,,,\n";
    String may =
        "\ufeffSpend in May\nAmount,PaymentDate,BeneficiaryName,TransactionNumber\n"
            + "2.00,2025-05-24,B Ltd,2\nmuch,2025-05-25,C Ltd,3\n";
    List<ImportRow<Payment>> rows =
        read(zip("04/april.csv", april, "about.txt", "hello", "05/may.CSV", may), null);
    assertEquals(List.of(2L, 3L, 4L), rows.stream().map(ImportRow::number).toList());
    Payment second = rows.get(1).value();
    assertNotNull(second);
    assertEquals(new BigDecimal("2.00"), second.amount());
    assertEquals("2", second.voucher());
    String fault = String.valueOf(rows.get(2).malformed());
    assertTrue(fault.contains("/Amount") && fault.contains("05/may.CSV: "), fault);

    String other = refusal(zip("a.csv", april, "suppliers.csv", "Name,Town\nA Ltd,Leeds\n"), null);
    assertTrue(other.startsWith("suppliers.csv: No line names the columns"), other);
    String quote = refusal(zip("a.csv", april, "b.csv", HEADER + "\"" + "a".repeat(300_000)), null);
    assertTrue(quote.startsWith("b.csv: ") && quote.contains("after line 1"), quote);
  }

  @Test
  void all_files_of_a_zip_count_towards_what_it_may_inflate_to() throws Exception {
    String lines = HEADER + "x,,A Ltd,1,2025-03-24,1,1.00,,,\n".repeat(10_000);
    byte[] twice = zip("a.csv", lines, "b.csv", lines);
    ImportFileException refusal =
        assertThrows(
            ImportFileException.class,
            () -> {
              try (PaymentFile payments =
                  PaymentFile.open(
                      SpendLayout.LGA_SPEND,
                      "E10000017",
                      new ByteArrayInputStream(twice),
                      null,
                      lines.length() * 3L / 2)) {
                payments.forEachRemaining(row -> {});
              }
            });
    assertTrue(String.valueOf(refusal.getMessage()).contains("inflates to more than"));
  }

  @Test
  void a_zip_that_inflates_beyond_reason_is_refused() throws Exception {
    byte[] bomb = zip("a.csv", HEADER + "\n".repeat(40_000_000));
    assertTrue(bomb.length < 100_000);
    assertTrue(refusal(bomb, null).contains("times its size"));
  }

  @Test
  void the_limit_on_what_a_zip_inflates_to_is_kept() throws Exception {
    byte[] file = zip("a.csv", HEADER + "x,,A Ltd,1,2025-03-24,1,1.00,,,\n".repeat(2000));
    ImportFileException refusal =
        assertThrows(
            ImportFileException.class,
            () -> {
              try (PaymentFile payments =
                  PaymentFile.open(
                      SpendLayout.LGA_SPEND,
                      "E10000017",
                      new ByteArrayInputStream(file),
                      null,
                      10_000)) {
                payments.forEachRemaining(row -> {});
              } catch (UncheckedIOException e) {
                throw new AssertionError(e);
              }
            });
    assertTrue(String.valueOf(refusal.getMessage()).contains("10000 bytes"));
  }

  @Test
  void the_older_layout_brings_registrations_of_suppliers() {
    String header =
        "nwod_id_uri_code,nwod_id,beneficiary_name,payment_date,amount,company_number,"
            + "charity_number\n";
    Payment payment =
        only(
            read(
                SpendLayout.NWOD_SPEND,
                new ByteArrayInputStream(
                    bytes(
                        header
                            + "E10000017           ,179,Dignity Ltd#DIL,2019-01-03,500.00,4322806,"
                            + "CQC-1-1974984044\n")),
                null));
    assertEquals("179", payment.voucher());
    assertEquals(List.of("GB-COH:04322806", "CQC-PROVIDER:1-1974984044"), payment.identifiers());
  }

  @ParameterizedTest
  @CsvSource({
    "Redacted,true", "REDACTED - Personal Data,true", "Redacted Personal Data,true",
    "Name withheld,true", "Redactive Events Ltd,false", "Freedom Personal Safety CIC,false",
    "Lead-IT#REDACTED - Personal Data,true"
  })
  void a_withheld_supplier_is_told_from_a_named_one(String name, boolean withheld) {
    assertEquals(withheld, Redaction.isWithheld(name));
  }

  @Test
  void the_real_files_are_read_whole() throws Exception {
    try (InputStream zip =
            java.nio.file.Files.newInputStream(
                SharedFolder.require("data/spend/trafford-supplier-spend-2024-25.zip"));
        PaymentFile payments =
            PaymentFile.open(SpendLayout.LGA_SPEND, "E08000009", zip, null, GIB)) {
      long lines = 0;
      BigDecimal total = BigDecimal.ZERO;
      while (payments.hasNext()) {
        Payment payment = payments.next().value();
        assertNotNull(payment);
        lines++;
        total = total.add(payment.amount());
      }
      assertEquals(210_068, lines);
      assertEquals(new BigDecimal("565219573.74"), total);
    }
  }
}
