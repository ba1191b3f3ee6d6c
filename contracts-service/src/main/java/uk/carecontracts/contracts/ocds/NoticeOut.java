package uk.carecontracts.contracts.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import uk.carecontracts.kit.time.Clocks;

/**
 * Writes a notice that was published about a contract as a document of the stage it belongs to,
 * with the UK extension's notice type (STANDARDS.md, 2.4). The same version is always the same
 * release.
 */
public final class NoticeOut {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
  private static final Map<String, String> STAGE =
      Map.ofEntries(
          Map.entry("UK1", "planning"),
          Map.entry("UK2", "planning"),
          Map.entry("UK3", "planning"),
          Map.entry("UK6", "award"),
          Map.entry("UK7", "contract"),
          Map.entry("UK8", "implementation"),
          Map.entry("UK9", "implementation"),
          Map.entry("UK10", "contract"),
          Map.entry("UK11", "contract"));

  private NoticeOut() {}

  /**
   * The release of a version of a duty.
   *
   * @param duty state of a duty whose fulfilment is a notice
   */
  public static ObjectNode of(String ocid, JsonNode duty, Instant at) {
    String stage = STAGE.getOrDefault(duty.path("notice").asText(), "tender");
    ObjectNode release = JsonNodeFactory.instance.objectNode();
    release.put("ocid", ocid);
    release.put(
        "id", ocid + "-notice-" + duty.path("id").asText() + "-" + duty.path("version").asLong());
    release.put("date", at.toString());
    release.putArray("tag").add(stage + "Update");
    release.put("initiationType", "tender");
    release.put("language", "en");
    if (duty.path("doneOn").isTextual() && WebAddress.of(duty.path("link").asText()).isPresent()) {
      document(place(release, stage, duty).putArray("documents").addObject(), duty);
    }
    return release;
  }

  private static ObjectNode place(ObjectNode release, String stage, JsonNode duty) {
    return switch (stage) {
      case "planning" -> release.putObject("planning");
      case "award" -> release.putArray("awards").addObject().put("id", "1");
      case "contract" -> contract(release);
      case "implementation" -> contract(release).putObject("implementation");
      default -> release.putObject("tender").put("id", duty.path("reference").asText());
    };
  }

  private static ObjectNode contract(ObjectNode release) {
    return release.putArray("contracts").addObject().put("id", "1").put("awardID", "1");
  }

  private static void document(ObjectNode document, JsonNode duty) {
    document.put("id", duty.path("id").asText());
    document.put("title", duty.path("name").asText());
    document.put("noticeType", duty.path("notice").asText());
    WebAddress.of(duty.path("link").asText()).ifPresent(url -> document.put("url", url));
    document.put(
        "datePublished",
        MOMENT.format(LocalDate.parse(duty.path("doneOn").asText()).atStartOfDay(Clocks.LONDON)));
  }
}
