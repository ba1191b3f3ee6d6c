package uk.carecontracts.contracts.spend.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The layouts in which councils publish what they pay (STANDARDS.md, 1.2). */
public enum SpendLayout {
  /** The LGA's spend schema: OrganisationLabel, BeneficiaryName, PaymentDate, Amount and so on. */
  LGA_SPEND(List.of("BeneficiaryName", "PaymentDate", "Amount")) {
    @Override
    Payment read(Cells cells) {
      LocalDate paidOn = cells.day("PaymentDate");
      LocalDate period =
          cells.text("EffectiveDate") == null ? monthEnd(paidOn) : cells.day("EffectiveDate");
      List<String> identifiers = new ArrayList<>();
      identifier("VAT", cells.text("VATRegistrationNumber"), identifiers);
      identifier("GB-COH", cells.text("CompanyNumber"), identifiers);
      return new Payment(
          supplier(cells.required("BeneficiaryName")),
          cells.text("BeneficiaryOtherID", 200),
          identifiers,
          paidOn,
          period,
          cells.text("TransactionNumber", 200),
          cells.amount("Amount"),
          cells.optionalAmount("IrrecoverableVATAmount"),
          cells.text("OrganisationalUnit", 500),
          cells.text("Purpose", 2000),
          cells.text("ProclassCode", 20),
          cells.text("ProclassLabel", 500),
          cells.text("InvoiceNumber", 200),
          cells.text("ProfitCentre", 200));
    }

    @Override
    @Nullable String organisation(Cells cells) {
      String uri = cells.text("OrganisationURI");
      Matcher code = END_OF_URI.matcher(uri == null ? "" : uri);
      return code.find() ? code.group(1).toUpperCase(Locale.ROOT) : null;
    }
  },

  /**
   * The layout of the North West open data project: one line per payment with its own number, and
   * the supplier's registrations where they were found.
   */
  NWOD_SPEND(List.of("beneficiary_name", "payment_date", "amount", "nwod_id")) {
    @Override
    Payment read(Cells cells) {
      LocalDate paidOn = cells.day("payment_date");
      List<String> identifiers = new ArrayList<>();
      identifier("GB-COH", cells.text("company_number"), identifiers);
      register(cells.text("charity_number"), identifiers);
      return new Payment(
          supplier(cells.required("beneficiary_name")),
          null,
          identifiers,
          paidOn,
          LocalDate.of(paidOn.getYear(), 12, 31),
          cells.text("nwod_id", 200),
          cells.amount("amount"),
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }

    @Override
    @Nullable String organisation(Cells cells) {
      return cells.text("nwod_id_uri_code");
    }
  };

  private static final int MOST_NAME = 500;
  private static final Pattern END_OF_URI =
      Pattern.compile("(?:^|/)([EWSN]\\d{8})/*$", Pattern.CASE_INSENSITIVE);

  private final List<String> required;

  SpendLayout(List<String> required) {
    this.required = required;
  }

  /** The columns without which a file is not of this layout. */
  List<String> required() {
    return required;
  }

  /** Reads a line. */
  abstract Payment read(Cells cells);

  /** The GSS code of the authority that the line says it is of, where it says one. */
  abstract @Nullable String organisation(Cells cells);

  private static String supplier(String name) {
    return name.length() <= MOST_NAME ? name : name.substring(0, MOST_NAME);
  }

  private static LocalDate monthEnd(LocalDate day) {
    return day.withDayOfMonth(day.lengthOfMonth());
  }

  private static void identifier(String scheme, @Nullable String id, List<String> identifiers) {
    Stream.ofNullable(id)
        .map(each -> Identifiers.key(scheme, each))
        .filter(key -> !key.isEmpty())
        .forEach(identifiers::add);
  }

  /** That project writes other registers into the charity column, with their name before. */
  private static void register(@Nullable String value, List<String> identifiers) {
    if (value == null) {
      return;
    }
    String upper = value.toUpperCase(Locale.ROOT);
    if (upper.startsWith("CHC-")) {
      identifier("GB-CHC", upper.substring(4), identifiers);
    } else if (upper.startsWith("CQC-")) {
      identifier("CQC-PROVIDER", upper.substring(4), identifiers);
    } else if (upper.startsWith("NHS-")) {
      identifier("GB-NHS", upper.substring(4), identifiers);
    } else if (upper.startsWith("URN-") || upper.startsWith("PRN-")) {
      // numbers of schools and learning providers: not suppliers of care
    } else {
      identifier("GB-CHC", upper, identifiers);
    }
  }
}
