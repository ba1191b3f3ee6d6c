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
  public boolean concerns(String aggregateType, String type) {
    return switch (aggregateType) {
      case "placement", "agreement", "index-series" -> true;
      default -> false;
    };
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

  /** A place in a home is paid by the week, also where hours of extra care are stated. */
  private void placement(ReceivedEvent event) {
    JsonNode state = event.state();
    BigDecimal weekly = number(state.path("weeklyPrice").path("amount"));
    BigDecimal hours = number(state.path("hoursPerWeek"));
    boolean byTheHour =
        hours != null && hours.signum() > 0 && !state.path("careType").asText("").endsWith("_HOME");
    BigDecimal unitPrice =
        weekly == null || !byTheHour ? weekly : weekly.divide(hours, MathContext.DECIMAL128);
    row(event, "PLACEMENT")
        .show(
            id(state.path("contractId")),
            id(state.path("provider").path("providerId")),
            purpose(state),
            new BoughtCare.Volume(
                byTheHour ? "HOUR" : "WEEK",
                unitPrice,
                weekly,
                hours,
                BigDecimal.ONE,
                state.path("kind").asText().equals("BLOCK")),
            day(state.path("startDate")),
            day(state.path("endDate")));
  }

  /** Only what reserves a volume counts; an agreement that no longer does loses its row. */
  private void agreement(ReceivedEvent event) {
    JsonNode state = event.state();
    BigDecimal quantity = number(state.path("volume").path("quantity"));
    if (quantity == null) {
      bought.deleteById(event.aggregateId());
      return;
    }
    boolean hours = state.path("volume").path("unit").asText().equals("HOURS_PER_WEEK");
    row(event, "AGREEMENT")
        .show(
            id(state.path("contractId")),
            null,
            purpose(state),
            new BoughtCare.Volume(
                hours ? "HOUR" : "WEEK",
                null,
                null,
                hours ? quantity : null,
                hours ? null : quantity,
                false),
            null,
            null);
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
