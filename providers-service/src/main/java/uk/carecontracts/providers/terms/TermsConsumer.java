package uk.carecontracts.providers.terms;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/** Follows placements, agreed volumes and index series of the contracts service. */
@ApplicationScoped
public class TermsConsumer implements EventConsumer {

  private static final BigDecimal WEEKS_OF_YEAR =
      new BigDecimal("365").divide(new BigDecimal("7"), MathContext.DECIMAL64);

  private final BoughtCareRepository bought;
  private final IndexPointRepository points;

  TermsConsumer(BoughtCareRepository bought, IndexPointRepository points) {
    this.bought = bought;
    this.points = points;
  }

  @Override
  public String name() {
    return "bought-care";
  }

  @Override
  public Set<String> topics() {
    return Set.of("contracts.v1");
  }

  @Override
  public void apply(ReceivedEvent event) {
    if (!event.state().isObject()) {
      return;
    }
    switch (event.aggregateType()) {
      case "placement" -> placement(event);
      case "agreement" -> agreement(event);
      case "index-series" -> series(event);
      default -> {
        // the register's other aggregates say nothing about price or volume
      }
    }
  }

  private void placement(ReceivedEvent event) {
    JsonNode state = event.state();
    BigDecimal weekly = number(state.path("weeklyPrice").path("amount"));
    BigDecimal hours = number(state.path("hoursPerWeek"));
    boolean byTheHour = hours != null && hours.signum() > 0;
    BigDecimal unitPrice =
        weekly == null || !byTheHour ? weekly : weekly.divide(hours, MathContext.DECIMAL128);
    row(event, "PLACEMENT")
        .show(
            id(state.path("contractId")),
            id(state.path("provider").path("providerId")),
            purpose(state),
            new BoughtCare.Volume(
                byTheHour ? "HOUR" : "WEEK", unitPrice, weekly, hours, BigDecimal.ONE),
            day(state.path("startDate")),
            day(state.path("endDate")));
  }

  /**
   * Only what reserves a volume is of interest; an agreement without one still replaces its row.
   */
  private void agreement(ReceivedEvent event) {
    JsonNode state = event.state();
    JsonNode volume = state.has("volume") ? state.path("volume") : state.path("blockVolume");
    BigDecimal quantity = number(volume.path("quantity"));
    if (quantity == null) {
      bought.deleteById(event.aggregateId());
      return;
    }
    String unit = volume.path("unit").asText("").toUpperCase(java.util.Locale.ROOT);
    boolean hours = unit.contains("HOUR");
    boolean yearly = unit.contains("YEAR") || "YEAR".equals(volume.path("period").asText());
    BigDecimal weekly = yearly ? quantity.divide(WEEKS_OF_YEAR, MathContext.DECIMAL64) : quantity;
    JsonNode price = volume.has("unitPrice") ? volume.path("unitPrice") : state.path("unitPrice");
    row(event, "AGREEMENT")
        .show(
            id(state.path("contractId")),
            id(
                state.has("providerId")
                    ? state.path("providerId")
                    : state.path("provider").path("providerId")),
            purpose(state),
            new BoughtCare.Volume(
                hours ? "HOUR" : "WEEK",
                number(price.path("amount")),
                null,
                hours ? weekly : null,
                hours ? null : quantity),
            day(state.path("startDate")),
            day(state.path("endDate")));
  }

  private static BoughtCare.Purpose purpose(JsonNode state) {
    return new BoughtCare.Purpose(
        text(state.path("serviceType")),
        text(state.path("careType")),
        text(state.path("clientGroup")),
        text(state.path("area")));
  }

  private BoughtCare row(ReceivedEvent event, String kind) {
    return bought
        .findByIdOptional(event.aggregateId())
        .orElseGet(
            () -> {
              BoughtCare fresh = new BoughtCare(event.aggregateId(), event.authority(), kind);
              bought.persist(fresh);
              return fresh;
            });
  }

  private void series(ReceivedEvent event) {
    JsonNode state = event.state();
    String code = text(state.path("code"));
    if (code == null) {
      return;
    }
    points.forget(event.aggregateId());
    for (JsonNode point : state.path("points")) {
      LocalDate day = day(point.path("date"));
      if (day != null) {
        points.persist(
            new IndexPoint(
                event.aggregateId(),
                day,
                code,
                event.authority(),
                number(point.path("value")),
                number(point.path("movementPercent")),
                state.path("source").asText("not stated")));
      }
    }
  }

  private static @Nullable BigDecimal number(JsonNode node) {
    return node.isNumber() ? node.decimalValue() : null;
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }

  private static @Nullable UUID id(JsonNode node) {
    return node.isTextual() ? UUID.fromString(node.asText()) : null;
  }

  private static @Nullable LocalDate day(JsonNode node) {
    return node.isTextual() ? LocalDate.parse(node.asText()) : null;
  }

  @Override
  public void reset() {
    bought.deleteAll();
    points.deleteAll();
  }
}
