package uk.carecontracts.contracts.duties;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.calendar.EnglishCalendar;
import uk.carecontracts.contracts.terms.ContractDates;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/** Keeps the duties of contracts from the register's own events, whoever changed them and how. */
@ApplicationScoped
class DutyConsumer implements EventConsumer {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final DutyRepository duties;
  private final RuleBookRepository books;
  private final EnglishCalendar calendar;
  private final ObjectMapper json;

  DutyConsumer(
      DutyRepository duties,
      RuleBookRepository books,
      EnglishCalendar calendar,
      ObjectMapper json) {
    this.duties = duties;
    this.calendar = calendar;
    this.books = books;
    this.json = json;
  }

  @Override
  public String name() {
    return "duties";
  }

  @Override
  public Set<String> topics() {
    return Set.of("contracts.v1");
  }

  @Override
  public void apply(ReceivedEvent event) {
    switch (event.aggregateType()) {
      case "contract" -> contract(event);
      case "contract-variation" -> change(event, variation(event));
      case "extension-option" -> extension(event);
      default -> {}
    }
  }

  private void contract(ReceivedEvent event) {
    ContractState state = state(event.state());
    ContractFacts facts = duties.facts(state);
    duties.replace(state, null, clock().of(facts));
  }

  private DutyClock clock() {
    return new DutyClock(books.all(), calendar.workingDays());
  }

  private void extension(ReceivedEvent event) {
    JsonNode taken = event.state().path("exercise");
    if (!taken.isMissingNode()) {
      LocalDate from = LocalDate.parse(taken.path("previousEnd").asText());
      LocalDate to = LocalDate.parse(taken.path("newEnd").asText());
      change(
          event,
          new Change(
              LocalDate.parse(taken.path("noticeGiven").asText()),
              true,
              false,
              taken.at("/previousTotal/amount"),
              taken.at("/newTotal/amount"),
              from,
              to));
    }
  }

  /** A change as its event tells of it. */
  private record Change(
      LocalDate day,
      boolean open,
      boolean novation,
      JsonNode oldTotal,
      JsonNode newTotal,
      @Nullable LocalDate oldEnd,
      @Nullable LocalDate newEnd) {}

  private static Change variation(ReceivedEvent event) {
    JsonNode state = event.state();
    return new Change(
        LocalDate.parse(state.required("effectiveDate").asText()),
        Set.of("PROPOSED", "AGREED", "IN_FORCE").contains(state.path("status").asText()),
        state.path("reason").asText().equals("SUPPLIER_NOVATION"),
        state.at("/before/values/total/amount"),
        state.at("/change/values/total/amount"),
        day(state.at("/before/dates/end")),
        day(state.at("/change/dates/end")));
  }

  private void change(ReceivedEvent event, Change change) {
    UUID contractId = UUID.fromString(event.state().required("contractId").asText());
    duties
        .contract(contractId)
        .ifPresent(
            state -> {
              ContractFacts facts = duties.facts(state);
              ContractChanged changed =
                  new ContractChanged(
                      event.aggregateId(),
                      change.day(),
                      change.open(),
                      change.novation(),
                      valuePercent(change),
                      termPercent(state.dates(), change));
              List<Duty> found = clock().of(facts, changed);
              duties.replace(state, event.aggregateId(), found);
            });
  }

  private static @Nullable BigDecimal valuePercent(Change change) {
    if (!change.oldTotal().isNumber() || !change.newTotal().isNumber()) {
      return null;
    }
    BigDecimal before = change.oldTotal().decimalValue();
    return before.signum() == 0
        ? HUNDRED
        : change
            .newTotal()
            .decimalValue()
            .subtract(before)
            .multiply(HUNDRED)
            .divide(before, MathContext.DECIMAL64);
  }

  private static @Nullable BigDecimal termPercent(ContractDates dates, Change change) {
    if (change.oldEnd() == null || change.newEnd() == null || dates.start() == null) {
      return null;
    }
    long term = ChronoUnit.DAYS.between(dates.start(), change.oldEnd()) + 1;
    long more = ChronoUnit.DAYS.between(change.oldEnd(), change.newEnd());
    return BigDecimal.valueOf(more)
        .multiply(HUNDRED)
        .divide(BigDecimal.valueOf(term), MathContext.DECIMAL64);
  }

  private static @Nullable LocalDate day(JsonNode node) {
    return node.isTextual() ? LocalDate.parse(node.asText()) : null;
  }

  private ContractState state(JsonNode state) {
    try {
      return json.treeToValue(state, ContractState.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The state of a contract could not be read", e);
    }
  }

  @Override
  public void reset() {
    duties.clear();
  }
}
