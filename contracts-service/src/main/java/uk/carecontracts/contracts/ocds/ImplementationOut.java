package uk.carecontracts.contracts.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import uk.carecontracts.kit.time.Clocks;

/**
 * Writes what is published beside a contract's own versions as releases of its process: payments as
 * transactions, one for each month, what the parties agreed to measure as agreed metrics, and what
 * was observed of it as metrics of the implementation (OCDS metrics extension). The same version is
 * always the same release.
 */
public final class ImplementationOut {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
  private static final int LAST_HOUR = 23;
  private static final int LAST_MINUTE = 59;

  private ImplementationOut() {}

  /**
   * The release of a version of a contract's payments in a financial year.
   *
   * @param paid state of contract-spend
   * @param buyer name of the authority
   * @param withheld whether amounts are exempt from publication
   */
  public static ObjectNode payments(
      String ocid, JsonNode paid, String buyer, boolean withheld, Instant at) {
    long version = paid.path("version").asLong();
    String year = paid.path("financialYear").asText();
    ObjectNode release = frame(ocid, ocid + "-spend-" + year + "-" + version, at);
    release.putArray("tag").add(version == 1 ? "implementation" : "implementationUpdate");
    ObjectNode contract = contract(release);
    ArrayNode transactions = contract.putObject("implementation").putArray("transactions");
    if (!withheld) {
      paid.path("months")
          .forEach(month -> transaction(transactions.addObject(), month, paid, buyer));
    }
    return release;
  }

  private static void transaction(
      ObjectNode transaction, JsonNode month, JsonNode paid, String buyer) {
    String name = month.path("month").asText();
    transaction.put("id", name);
    transaction.put("date", endOf(YearMonth.parse(name).atEndOfMonth()));
    transaction
        .putObject("value")
        .put("amount", month.path("amount").path("amount").decimalValue())
        .put("currency", month.path("amount").path("currency").asText());
    transaction
        .putObject("payer")
        .put("id", "buyer-" + paid.path("authority").asText())
        .put("name", buyer);
  }

  /**
   * The release of a version of what a contract is measured by.
   *
   * @param agreed state of contract-metrics
   */
  public static ObjectNode metrics(String ocid, JsonNode agreed, Instant at) {
    ObjectNode release = frame(ocid, ocid + "-metrics-" + agreed.path("version").asLong(), at);
    release.putArray("tag").add("contractUpdate");
    ArrayNode metrics = contract(release).putArray("agreedMetrics");
    for (JsonNode each : agreed.path("metrics")) {
      ObjectNode metric = metrics.addObject();
      metric.put("id", each.path("code").asText());
      metric.put("title", each.path("title").asText());
      metric.put("description", each.path("outcome").asText());
      ObjectNode target = metric.putArray("observations").addObject();
      target.put("id", each.path("code").asText() + "-target");
      target.put("measure", each.path("target").decimalValue());
      target.putObject("unit").put("name", each.path("unit").asText());
      target.put("notes", "Target; " + each.path("direction").asText());
    }
    if (metrics.isEmpty()) {
      release.remove("contracts");
    }
    return release;
  }

  /**
   * The release of what was observed in a period; corrected values replace those before.
   *
   * @param observed state of contract-observations
   */
  public static ObjectNode observations(String ocid, JsonNode observed, Instant at) {
    long version = observed.path("version").asLong();
    String start = observed.path("periodStart").asText();
    LocalDate last = LocalDate.parse(observed.path("periodEnd").asText());
    ObjectNode release = frame(ocid, ocid + "-observations-" + last + "-" + version, at);
    release.putArray("tag").add(version == 1 ? "implementation" : "implementationUpdate");
    ArrayNode metrics = contract(release).putObject("implementation").putArray("metrics");
    for (JsonNode each : observed.path("observations")) {
      String code = each.path("code").asText();
      ObjectNode metric = metrics.addObject();
      metric.put("id", code);
      metric.put("title", each.path("title").asText());
      ObjectNode observation = metric.putArray("observations").addObject();
      observation.put("id", code + "-" + last);
      observation
          .putObject("period")
          .put("startDate", startOf(LocalDate.parse(each.path("from").asText(start))))
          .put("endDate", endOf(last));
      observation.put("measure", each.path("value").decimalValue());
      observation.putObject("unit").put("name", each.path("unit").asText());
    }
    return release;
  }

  private static String startOf(LocalDate day) {
    return MOMENT.format(day.atStartOfDay(Clocks.LONDON));
  }

  /** The last second of a day. */
  static String endOf(LocalDate day) {
    return MOMENT.format(day.atTime(LAST_HOUR, LAST_MINUTE, LAST_MINUTE).atZone(Clocks.LONDON));
  }

  /** A release of the process without anything in it. */
  static ObjectNode frame(String ocid, String id, Instant at) {
    ObjectNode release = JsonNodeFactory.instance.objectNode();
    release.put("ocid", ocid);
    release.put("id", id);
    release.put("date", at.toString());
    release.put("initiationType", "tender");
    release.put("language", "en");
    return release;
  }

  /** Its contract, to say something of. */
  static ObjectNode contract(ObjectNode release) {
    return release.putArray("contracts").addObject().put("id", "1").put("awardID", "1");
  }
}
