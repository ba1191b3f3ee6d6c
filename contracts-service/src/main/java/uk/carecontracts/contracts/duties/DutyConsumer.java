package uk.carecontracts.contracts.duties;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.calendar.EnglishCalendar;
import uk.carecontracts.contracts.register.ContractEvent;
import uk.carecontracts.contracts.spend.LargePayments;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;
import uk.carecontracts.kit.json.StoredJson;

/** Keeps the duties of contracts from the register's own events, whoever changed them and how. */
@ApplicationScoped
class DutyConsumer implements EventConsumer {
  private static final Set<String> CORRECTIONS =
      Set.of(
          ContractEvent.AMENDED.type(),
          ContractEvent.CORRECTED.type(),
          ContractEvent.IMPORTED.type());
  private static final List<String> GOVERNING =
      List.of("/regime", "/type", "/procedure", "/values", "/dates");

  private final DutyRepository duties;
  private final ChangeRepository changes;
  private final LargePayments payments;
  private final RuleBookRepository books;
  private final EnglishCalendar calendar;
  private final DutyConfig config;
  private final StoredJson json;

  DutyConsumer(
      DutyRepository duties,
      ChangeRepository changes,
      LargePayments payments,
      RuleBookRepository books,
      EnglishCalendar calendar,
      DutyConfig config,
      StoredJson json) {
    this.duties = duties;
    this.changes = changes;
    this.payments = payments;
    this.calendar = calendar;
    this.books = books;
    this.config = config;
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
  public boolean concerns(String aggregateType, String type) {
    return switch (aggregateType) {
      case "contract",
          "contract-variation",
          "extension-option",
          "contract-spend",
          "performance-failure" ->
          true;
      default -> false;
    };
  }

  @Override
  public void apply(ReceivedEvent event) {
    switch (event.aggregateType()) {
      case "contract" -> contract(event);
      case "contract-variation" -> change(event, variation(event));
      case "extension-option" -> extension(event);
      case "contract-spend" -> payments(event);
      case "performance-failure" -> failure(event);
      default -> {}
    }
  }

  private void contract(ReceivedEvent event) {
    ContractState state = json.read(event.state(), ContractState.class);
    ContractFacts facts = duties.facts(state);
    DutyClock clock = clock();
    duties.replace(state, null, clock.of(facts));
    duties.rename(state);
    if (event.aggregateVersion() > 1 && CORRECTIONS.contains(event.type()) && governs(event)) {
      followed(state, facts, clock);
    }
  }

  /** Whether what decides about rules, thresholds and days was corrected. */
  private static boolean governs(ReceivedEvent event) {
    return StreamSupport.stream(event.change().path("fields").spliterator(), false)
        .map(field -> field.path("pointer").asText())
        .anyMatch(pointer -> GOVERNING.stream().anyMatch(pointer::startsWith));
  }

  /**
   * A correction of regime, value or days reaches what followed from changes, failures and payments
   * before it; the steps of a contract's life and its variations leave these alone.
   */
  private void followed(ContractState state, ContractFacts facts, DutyClock clock) {
    List<ChangeFacts> made = changes.of(state.id());
    if (!made.isEmpty()) {
      changes(state, facts, clock, made);
    }
    duties
        .failures(state.id())
        .forEach(failure -> duties.replace(state, failure.id(), clock.of(facts, failure)));
    payments(state, facts, clock);
  }

  private DutyClock clock() {
    return new DutyClock(books.all(), calendar.workingDays());
  }

  private void extension(ReceivedEvent event) {
    JsonNode taken = event.state().path("exercise");
    if (!taken.isMissingNode()) {
      change(
          event,
          new ChangeFacts(
              event.aggregateId(),
              LocalDate.parse(taken.path("noticeGiven").asText()),
              true,
              false,
              amount(taken.at("/previousTotal/amount")),
              amount(taken.at("/newTotal/amount")),
              LocalDate.parse(taken.path("previousEnd").asText()),
              LocalDate.parse(taken.path("newEnd").asText())));
    }
  }

  private static ChangeFacts variation(ReceivedEvent event) {
    JsonNode state = event.state();
    return new ChangeFacts(
        event.aggregateId(),
        LocalDate.parse(state.required("effectiveDate").asText()),
        Set.of("PROPOSED", "AGREED", "IN_FORCE").contains(state.path("status").asText()),
        state.path("reason").asText().equals("SUPPLIER_NOVATION"),
        amount(state.at("/before/values/total/amount")),
        amount(state.at("/change/values/total/amount")),
        day(state.at("/before/dates/end")),
        day(state.at("/change/dates/end")));
  }

  /** A change may turn those that come after it into ones that need a notice. */
  private void change(ReceivedEvent event, ChangeFacts change) {
    UUID contractId = contractId(event);
    duties
        .contract(contractId)
        .ifPresent(
            state -> {
              changes.keep(state.authority(), contractId, change);
              changes(state, duties.facts(state), clock(), changes.of(contractId));
            });
  }

  private void changes(
      ContractState state, ContractFacts facts, DutyClock clock, List<ChangeFacts> made) {
    ChangeSeries.of(state.dates().start(), clock.changeLimit(facts), made)
        .forEach(each -> duties.replace(state, each.id(), clock.of(facts, each)));
  }

  /** Payments were matched to a contract, or are matched no more. */
  private void payments(ReceivedEvent event) {
    duties
        .contract(contractId(event))
        .ifPresent(state -> payments(state, duties.facts(state), clock()));
  }

  private void payments(ContractState state, ContractFacts facts, DutyClock clock) {
    List<Duty> found =
        clock
            .paymentRule(facts)
            .map(
                rule ->
                    clock.of(
                        facts,
                        rule,
                        payments.of(state.id(), rule.leastPayment()),
                        config.paymentNoticesFrom().orElse(null)))
            .orElse(List.of());
    duties.replace(state, DutyClock.paymentsOf(state.id()), found);
  }

  /** One that was withdrawn leaves nothing to do. */
  private void failure(ReceivedEvent event) {
    duties
        .contract(contractId(event))
        .ifPresent(
            state ->
                duties.replace(
                    state,
                    event.aggregateId(),
                    FailureFacts.of(event.aggregateId(), event.state())
                        .map(failure -> clock().of(duties.facts(state), failure))
                        .orElse(List.of())));
  }

  private static UUID contractId(ReceivedEvent event) {
    return UUID.fromString(event.state().required("contractId").asText());
  }

  private static @Nullable BigDecimal amount(JsonNode node) {
    return node.isNumber() ? node.decimalValue() : null;
  }

  private static @Nullable LocalDate day(JsonNode node) {
    return node.isTextual() ? LocalDate.parse(node.asText()) : null;
  }

  @Override
  public void reset() {
    duties.clear();
    changes.clear();
  }
}
