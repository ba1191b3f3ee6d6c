package uk.carecontracts.contracts.notices;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.imports.ImportedContract;
import uk.carecontracts.contracts.imports.ImportedContract.Remark;
import uk.carecontracts.contracts.imports.ParsedRow;
import uk.carecontracts.contracts.terms.ContractStatus;

/**
 * One Contracts Finder notice, turned into the register's words. A value of 0 means unknown there.
 * Only a notice without identity or title cannot be an entry; every other doubt becomes a remark.
 */
final class Notice {
  /** Scheme of Contracts Finder's notice identifiers. */
  static final String SCHEME = "CF_NOTICE";

  private static final BigDecimal TOKEN_VALUE = BigDecimal.valueOf(100);
  private static final int ENGLISH_REGIONS = 9;

  private final JsonNode json;
  private final List<Remark> remarks = new ArrayList<>();

  Notice(JsonNode json) {
    this.json = json;
  }

  ParsedRow toRow(int number) {
    List<ParsedRow.Fault> faults = new ArrayList<>();
    if (line("id") == null) {
      faults.add(new ParsedRow.Fault("/id", "A notice without an id cannot be told from others."));
    }
    if (line("title") == null) {
      faults.add(new ParsedRow.Fault("/title", "A contract needs a title."));
    }
    return faults.isEmpty()
        ? ParsedRow.of(number, toContract(line("id"), line("title")))
        : ParsedRow.refused(number, faults);
  }

  private ImportedContract toContract(@Nullable String id, @Nullable String title) {
    AwardedSuppliers awarded = SupplierNames.split(text("awarded_supplier"));
    ContractStatus status = status(awarded);
    remarkOnSuppliers(awarded, status);
    BigDecimal value = value(status);
    return new ImportedContract(
        new ImportedContract.Source(SCHEME, String.valueOf(id), line("url"), statedAt()),
        null,
        title,
        PlainText.block(text("description")),
        line("organisation"),
        status,
        null,
        null,
        cpvCodes(),
        area(),
        suppliers(awarded),
        value,
        "GBP",
        status == ContractStatus.AWARDED ? date("awarded_date") : null,
        null,
        null,
        List.of(),
        remarks);
  }

  private ContractStatus status(AwardedSuppliers awarded) {
    boolean earlyEngagement = "PreProcurement".equals(text("notice_type"));
    String stated = String.valueOf(text("status")).toLowerCase(Locale.ROOT);
    switch (stated) {
      case "withdrawn":
        remark("WITHDRAWN", "The notice was withdrawn.");
        return ContractStatus.CANCELLED;
      case "awarded":
        return awarded.saysNothingWasAwarded() ? ContractStatus.CANCELLED : ContractStatus.AWARDED;
      case "closed":
        remark("NO_AWARD_PUBLISHED", "The notice closed on " + text("deadline_date") + noAward());
        return earlyEngagement ? engagement() : ContractStatus.PUBLISHED_TENDER;
      case "open":
        return earlyEngagement ? engagement() : ContractStatus.PUBLISHED_TENDER;
      default:
        remark("STATUS_UNKNOWN", "The notice has the unknown status '" + stated + "'.");
        return ContractStatus.DRAFT;
    }
  }

  private static String noAward() {
    return " and no award has been published.";
  }

  private ContractStatus engagement() {
    remark("EARLY_ENGAGEMENT", "This notice announces market engagement, not yet a tender.");
    return ContractStatus.DRAFT;
  }

  private void remarkOnSuppliers(AwardedSuppliers awarded, ContractStatus status) {
    awarded
        .unnamed()
        .forEach(
            each ->
                remark(
                    "SUPPLIER_" + each.why(),
                    (each.lot() == null ? "" : "Lot " + each.lot() + ": ")
                        + each.why().reason()
                        + " (\""
                        + each.words()
                        + "\")."));
    awarded.doubts().forEach(doubt -> remark("SUPPLIER_DOUBTFUL", doubt));
    boolean silent = awarded.suppliers().isEmpty() && awarded.unnamed().isEmpty();
    if (status == ContractStatus.AWARDED && silent) {
      remark("SUPPLIER_NOT_STATED", "The notice is awarded but its supplier field is empty.");
    }
  }

  private List<ImportedContract.Supplier> suppliers(AwardedSuppliers awarded) {
    boolean one = awarded.suppliers().size() == 1;
    JsonNode sme = json.path("awarded_to_sme");
    Boolean isSme = (one && sme.isBoolean()) ? sme.booleanValue() : null;
    return awarded.suppliers().stream()
        .map(
            each ->
                new ImportedContract.Supplier(
                    each.name(), each.tradingName(), null, null, null, isSme, null, each.lots()))
        .toList();
  }

  private @Nullable BigDecimal value(ContractStatus status) {
    BigDecimal awarded = amount("awarded_value");
    if (status == ContractStatus.AWARDED) {
      if (awarded == null) {
        remark("VALUE_UNKNOWN", "The notice gives no awarded value.");
      } else if (awarded.compareTo(TOKEN_VALUE) < 0) {
        remark("VALUE_DOUBTFUL", "An awarded value of " + awarded + " looks like a placeholder.");
      }
      return awarded;
    }
    BigDecimal high = amount("value_high");
    return high == null ? amount("value_low") : high;
  }

  private @Nullable BigDecimal amount(String field) {
    JsonNode node = json.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    try {
      BigDecimal amount = new BigDecimal(node.asText().strip());
      if (amount.signum() < 0) {
        remark("VALUE_DOUBTFUL", "The negative " + field + " " + amount + " was left out.");
      }
      return amount.signum() > 0 ? amount : null;
    } catch (NumberFormatException e) {
      remark("VALUE_DOUBTFUL", "'" + node.asText() + "' in " + field + " is not an amount.");
      return null;
    }
  }

  private List<String> cpvCodes() {
    String codes = text("cpv_codes");
    return codes == null
        ? List.of()
        : Arrays.stream(codes.split("[\\s,;]+"))
            .filter(code -> code.matches("\\d{8}(?:-\\d)?"))
            .map(code -> code.substring(0, 8))
            .distinct()
            .toList();
  }

  private @Nullable String area() {
    String region = line("region");
    if (region == null || "Any region".equalsIgnoreCase(region)) {
      return null;
    }
    List<String> regions = Arrays.stream(region.split(",")).map(String::strip).toList();
    return regions.size() >= ENGLISH_REGIONS
        ? "National"
        : regions.stream().collect(Collectors.joining(", "));
  }

  private @Nullable Instant statedAt() {
    LocalDate published = date("published_date");
    return published == null ? null : published.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private @Nullable LocalDate date(String field) {
    String value = text(field);
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(value.strip().substring(0, Math.min(10, value.strip().length())));
    } catch (DateTimeException e) {
      remark("DATE_UNREADABLE", "'" + value + "' in " + field + " is not a date.");
      return null;
    }
  }

  private void remark(String code, String message) {
    Remark remark = new Remark(code, message);
    if (!remarks.contains(remark)) {
      remarks.add(remark);
    }
  }

  private @Nullable String line(String field) {
    return PlainText.line(text(field));
  }

  private @Nullable String text(String field) {
    JsonNode node = json.path(field);
    return node.isMissingNode() || node.isNull() ? null : node.asText();
  }
}
