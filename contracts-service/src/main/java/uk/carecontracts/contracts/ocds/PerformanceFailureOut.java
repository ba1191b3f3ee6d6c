package uk.carecontracts.contracts.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import uk.carecontracts.kit.time.Clocks;

/**
 * Writes a version of a breach or a failure to improve as a release of its process: a performance
 * failure of the implementation (OCDS performance failures extension, as the UK extension has it).
 */
public final class PerformanceFailureOut {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  private final JsonNode facts;
  private final Withheld withheld;
  private final List<JsonNode> outcomes;

  private PerformanceFailureOut(JsonNode facts, Withheld withheld) {
    this.facts = facts;
    this.withheld = withheld;
    this.outcomes =
        StreamSupport.stream(facts.path("outcomes").spliterator(), false)
            .sorted(Comparator.comparing(outcome -> outcome.path("on").asText()))
            .toList();
  }

  /**
   * What is exempt from publication.
   *
   * @param anything whether there is any exemption: then no free text is published
   * @param suppliers who failed
   * @param value what was paid
   * @param dates when
   */
  public record Withheld(boolean anything, boolean suppliers, boolean value, boolean dates) {}

  /**
   * The release of a version of a failure; one that is not published any more leaves none.
   *
   * @param failure state of performance-failure
   */
  public static ObjectNode of(String ocid, JsonNode failure, Withheld withheld, Instant at) {
    long version = failure.path("version").asLong();
    String id = failure.path("id").asText();
    ObjectNode release = ImplementationOut.frame(ocid, ocid + "-failure-" + id + "-" + version, at);
    release.putArray("tag").add(version == 1 ? "implementation" : "implementationUpdate");
    ArrayNode failures =
        ImplementationOut.contract(release)
            .putObject("implementation")
            .putArray("performanceFailures");
    if (failure.path("published").asBoolean()) {
      ObjectNode out = failures.addObject().put("id", id);
      new PerformanceFailureOut(failure.path("facts"), withheld).write(out);
      suppliers(failure.path("suppliers"), withheld, out.putArray("suppliers"));
    }
    return release;
  }

  private void write(ObjectNode out) {
    out.put("category", facts.path("kind").asText());
    if (!withheld.dates()) {
      days(out);
    }
    if (!withheld.anything()) {
      out.put("requirement", facts.path("requirement").asText());
      out.put("description", description());
      text(outcomes("PARTIAL_TERMINATION"), "description")
          .ifPresent(part -> out.put("partialTermination", part));
      text(outcomes.stream(), "description").ifPresent(what -> out.put("penaltyImposed", what));
      WebAddress.of(facts.path("decisionLink").asText(null))
          .ifPresent(url -> decision(out.putArray("documents").addObject(), url));
    }
    if (!withheld.value()) {
      penalty(out);
    }
  }

  private void days(ObjectNode out) {
    ObjectNode period = out.putObject("period").put("startDate", start(facts.path("from")));
    if (facts.path("to").isTextual()) {
      period.put("endDate", ImplementationOut.endOf(LocalDate.parse(facts.path("to").asText())));
    }
    if (facts.path("failedOn").isTextual()) {
      out.put("decisionDate", start(facts.path("failedOn")));
    }
    outcomes.stream()
        .findFirst()
        .ifPresent(first -> out.put("penaltyDate", start(first.path("on"))));
  }

  /** Everything the notice explains of the failure, each in a line of its own. */
  private String description() {
    List<String> lines = new ArrayList<>();
    lines.add(facts.path("description").asText());
    lines.add("Consequences: " + facts.path("impact").asText());
    lines.add(facts.path("to").isTextual() ? "It is over." : "It goes on.");
    if (facts.path("mitigation").isTextual()) {
      lines.add("What the supplier did against them: " + facts.path("mitigation").asText());
    }
    for (JsonNode warning : facts.path("warnings")) {
      String until =
          warning.path("improveBy").isTextual()
              ? ", to improve by " + warning.path("improveBy").asText()
              : "";
      lines.add(
          "Told on "
              + warning.path("on").asText()
              + until
              + ": "
              + warning.path("description").asText());
    }
    if (facts.path("improvement").isTextual()) {
      lines.add("What was improved: " + facts.path("improvement").asText());
    }
    return String.join("\n", lines);
  }

  private void penalty(ObjectNode out) {
    List<JsonNode> paid =
        outcomes.stream().filter(outcome -> outcome.path("amount").isNumber()).toList();
    if (!paid.isEmpty()) {
      out.put("penaltyType", paid.get(0).path("basis").asText().toLowerCase(Locale.ROOT));
      out.putObject("penaltyValue")
          .put(
              "amount",
              paid.stream()
                  .map(outcome -> outcome.path("amount").decimalValue())
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .put("currency", "GBP");
    }
  }

  private Stream<JsonNode> outcomes(String kind) {
    return outcomes.stream().filter(outcome -> outcome.path("kind").asText().equals(kind));
  }

  private static Optional<String> text(Stream<JsonNode> outcomes, String field) {
    String all =
        outcomes.map(outcome -> outcome.path(field).asText()).collect(Collectors.joining("\n"));
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private static void decision(ObjectNode document, String url) {
    document.put("id", "decision");
    document.put("title", "Decision of the court or tribunal");
    document.put("url", url);
  }

  private static void suppliers(JsonNode suppliers, Withheld withheld, ArrayNode out) {
    for (JsonNode supplier : suppliers) {
      out.addObject()
          .put("id", supplier.path("partyId").asText())
          .put("name", withheld.suppliers() ? "Redacted" : supplier.path("name").asText());
    }
  }

  private static String start(JsonNode day) {
    return MOMENT.format(LocalDate.parse(day.asText()).atStartOfDay(Clocks.LONDON));
  }
}
