package uk.carecontracts.contracts.ocds;

import static uk.carecontracts.contracts.ocds.JsonFacts.elements;
import static uk.carecontracts.contracts.ocds.JsonFacts.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.imports.ImportedContract;
import uk.carecontracts.contracts.imports.ImportedContract.Remark;
import uk.carecontracts.contracts.imports.ParsedRow;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.ContractType;
import uk.carecontracts.contracts.terms.Procedure;

/**
 * One release read into the register's words. Names, addresses and telephone numbers of contact
 * points are people's and are not taken over.
 */
final class ReleaseIn {
  static final String SCHEME = "OCID";

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Set<String> GIVEN_UP = Set.of("cancelled", "withdrawn", "unsuccessful");

  private final JsonNode release;
  private final JsonNode tender;
  private final List<JsonNode> awards;
  private final List<Remark> remarks = new ArrayList<>();

  ReleaseIn(JsonNode release) {
    this.release = release;
    this.tender = release.path("tender");
    this.awards = elements(release.path("awards")).toList();
  }

  ParsedRow toRow(int number) {
    List<ParsedRow.Fault> faults = new ArrayList<>();
    String ocid = text(release, "ocid");
    String title = title();
    if (ocid == null) {
      faults.add(new ParsedRow.Fault("/ocid", "A release without an ocid belongs to no process."));
    }
    if (title == null) {
      faults.add(new ParsedRow.Fault("/tender/title", "A contract needs a title."));
    }
    return ocid == null || title == null
        ? ParsedRow.refused(number, faults)
        : ParsedRow.of(number, contract(ocid, title));
  }

  private ImportedContract contract(String ocid, String title) {
    ContractStatus status = status();
    boolean awarded = status == ContractStatus.AWARDED;
    List<ImportedContract.Supplier> suppliers = awarded ? suppliers() : List.of();
    if (awarded && suppliers.isEmpty()) {
      remark("SUPPLIER_NOT_STATED", "The award names no supplier.");
    }
    JsonNode period = period();
    LocalDate start = date(period, "startDate");
    LocalDate end = date(period, "endDate");
    if (start != null && end != null && end.isBefore(start)) {
      remark("DATES_CONTRADICT", "It ends on " + end + ", before it starts on " + start + ".");
      start = null;
      end = null;
    }
    return new ImportedContract(
        new ImportedContract.Source(SCHEME, ocid, url(), statedAt()),
        text(tender, "id"),
        title,
        text(tender, "description"),
        text(release.path("buyer"), "name"),
        status,
        type(),
        procedure(),
        cpvCodes(),
        area(),
        suppliers,
        value(awarded),
        currency(),
        awarded ? firstAwardDate() : null,
        start,
        end,
        documents(),
        remarks);
  }

  private @Nullable String title() {
    String title = text(tender, "title");
    if (title == null && !awards.isEmpty()) {
      title = text(awards.get(0), "title");
    }
    return title == null ? text(release, "title") : title;
  }

  private ContractStatus status() {
    if (GIVEN_UP.contains(tender.path("status").asText())) {
      remark("GIVEN_UP", "The tender is " + tender.path("status").asText() + ".");
      return ContractStatus.CANCELLED;
    }
    if (!awards.isEmpty()) {
      boolean allGivenUp =
          awards.stream().allMatch(award -> GIVEN_UP.contains(award.path("status").asText()));
      if (allGivenUp) {
        remark("GIVEN_UP", "Every award is cancelled or unsuccessful.");
      }
      return allGivenUp ? ContractStatus.CANCELLED : ContractStatus.AWARDED;
    }
    boolean planning =
        elements(release.path("tag")).anyMatch(tag -> tag.asText().startsWith("planning"));
    return planning || tender.isMissingNode()
        ? ContractStatus.DRAFT
        : ContractStatus.PUBLISHED_TENDER;
  }

  private @Nullable ContractType type() {
    return details().startsWith("call-off") ? ContractType.CALL_OFF : null;
  }

  private @Nullable Procedure procedure() {
    return ProcedureNames.of(details(), tender.path("procurementMethod").asText());
  }

  private String details() {
    return tender.path("procurementMethodDetails").asText().toLowerCase(Locale.ROOT);
  }

  private List<ImportedContract.Supplier> suppliers() {
    Map<String, JsonNode> parties = new LinkedHashMap<>();
    elements(release.path("parties")).forEach(p -> parties.put(p.path("id").asText(), p));
    Map<String, ImportedContract.Supplier> suppliers = new LinkedHashMap<>();
    awards.stream()
        .filter(award -> !GIVEN_UP.contains(award.path("status").asText()))
        .flatMap(award -> elements(award.path("suppliers")))
        .forEach(
            reference -> {
              JsonNode party = parties.getOrDefault(reference.path("id").asText(), reference);
              String name =
                  text(party, "name") == null ? text(reference, "name") : text(party, "name");
              if (name != null) {
                suppliers.putIfAbsent(reference.path("id").asText(name), supplier(name, party));
              }
            });
    return List.copyOf(suppliers.values());
  }

  private static ImportedContract.Supplier supplier(String name, JsonNode party) {
    JsonNode identifier = party.path("identifier");
    String scheme = text(identifier, "scheme");
    String id = text(identifier, "id");
    boolean identified = scheme != null && id != null;
    String scale = party.path("details").path("scale").asText();
    JsonNode vcse = party.path("details").path("vcse");
    return new ImportedContract.Supplier(
        name,
        null,
        identified ? scheme : null,
        identified ? id : null,
        text(party.path("address"), "postalCode"),
        scale.isEmpty() ? null : Boolean.valueOf(scale.equals("sme")),
        vcse.isBoolean() ? Boolean.valueOf(vcse.booleanValue()) : null,
        List.of());
  }

  private @Nullable BigDecimal value(boolean awarded) {
    if (awarded) {
      BigDecimal total =
          awards.stream()
              .map(award -> amount(award.path("value")))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      if (total.signum() == 0) {
        remark("VALUE_UNKNOWN", "The award states no value.");
      }
      return total.signum() == 0 ? null : total;
    }
    return Stream.of(tender.path("value"), tender.path("minValue"))
        .map(ReleaseIn::amount)
        .filter(amount -> amount.signum() > 0)
        .findFirst()
        .orElse(null);
  }

  private static BigDecimal amount(JsonNode value) {
    JsonNode amount = value.path("amount");
    return amount.isNumber() ? amount.decimalValue().max(BigDecimal.ZERO) : BigDecimal.ZERO;
  }

  private String currency() {
    return Stream.concat(awards.stream(), Stream.of(tender))
        .map(each -> text(each.path("value"), "currency"))
        .filter(code -> code != null && code.matches("[A-Z]{3}"))
        .findFirst()
        .orElse("GBP");
  }

  private JsonNode period() {
    return awards.stream()
        .map(award -> award.path("contractPeriod"))
        .filter(JsonNode::isObject)
        .findFirst()
        .orElse(tender.path("contractPeriod"));
  }

  private @Nullable LocalDate firstAwardDate() {
    return awards.stream()
        .map(award -> date(award, "date"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private List<String> cpvCodes() {
    return Stream.concat(
            Stream.of(tender.path("classification")),
            elements(tender.path("additionalClassifications")))
        .filter(each -> "CPV".equals(each.path("scheme").asText()))
        .map(each -> each.path("id").asText())
        .filter(code -> code.matches("\\d{8}.*"))
        .map(code -> code.substring(0, 8))
        .distinct()
        .toList();
  }

  private @Nullable String area() {
    Set<String> regions = new LinkedHashSet<>();
    elements(tender.path("items"))
        .flatMap(item -> elements(item.path("deliveryAddresses")))
        .map(address -> text(address, "region"))
        .filter(Objects::nonNull)
        .forEach(regions::add);
    return regions.isEmpty() ? null : String.join(", ", regions);
  }

  private List<ImportedContract.Document> documents() {
    Map<String, ImportedContract.Document> byUrl = new LinkedHashMap<>();
    Stream.of(
            elements(release.path("planning").path("documents")),
            elements(tender.path("documents")),
            awards.stream().flatMap(award -> elements(award.path("documents"))))
        .flatMap(each -> each)
        .forEach(
            each -> {
              String url = text(each, "url");
              if (url != null && url.matches("(?i)https?://.+")) {
                String title =
                    text(each, "title") == null ? text(each, "description") : text(each, "title");
                byUrl.putIfAbsent(
                    url, new ImportedContract.Document(title, text(each, "documentType"), url));
              }
            });
    return List.copyOf(byUrl.values());
  }

  private @Nullable String url() {
    List<ImportedContract.Document> notices =
        documents().stream().filter(d -> String.valueOf(d.type()).endsWith("Notice")).toList();
    return notices.isEmpty() ? null : notices.get(notices.size() - 1).url();
  }

  private @Nullable Instant statedAt() {
    OffsetDateTime stated = moment(release, "date");
    return stated == null ? null : stated.toInstant();
  }

  private @Nullable LocalDate date(JsonNode node, String field) {
    OffsetDateTime moment = moment(node, field);
    return moment == null ? null : moment.atZoneSameInstant(LONDON).toLocalDate();
  }

  private @Nullable OffsetDateTime moment(JsonNode node, String field) {
    String value = text(node, field);
    if (value == null) {
      return null;
    }
    try {
      return value.length() == 10
          ? LocalDate.parse(value).atStartOfDay().atOffset(ZoneOffset.UTC)
          : OffsetDateTime.parse(value);
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
}
