package uk.carecontracts.monitoring.paymentbyresults;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.monitoring.contracts.ContractChanged;
import uk.carecontracts.monitoring.contracts.KnownContract;
import uk.carecontracts.monitoring.contracts.KnownContracts;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/** Agreements that pay for results and the statements drawn up under them. */
@ApplicationScoped
class Statements {
  private final PaymentStore store;
  private final Claims claims;
  private final KnownContracts contracts;
  private final ProviderRecords records;
  private final Caller caller;
  private final Journal journal;
  private final Clock clock;

  Statements(
      PaymentStore store,
      Claims claims,
      KnownContracts contracts,
      ProviderRecords records,
      Caller caller,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.claims = claims;
    this.contracts = contracts;
    this.records = records;
    this.caller = caller;
    this.journal = journal;
    this.clock = clock;
  }

  /** Agrees a model for a contract that has none. */
  PaymentModel agree(PaymentRequests.ModelAgreement agreement) {
    KnownContract contract = contract(agreement.contractId());
    LocalDate ends = agreement.endsOn();
    if (ends != null && ends.isBefore(agreement.startsOn())) {
      throw new RuleViolation("MODEL_DATES_INVALID", "It cannot end before it starts.", "/endsOn");
    }
    boolean agreed =
        store.models(contract.id(), null, null, 500).stream()
            .anyMatch(model -> model.status() == PaymentModel.Status.ACTIVE);
    if (agreed) {
      throw ProblemException.conflict(
          "MODEL_AGREED", "The contract has an active payment model; end that one first.");
    }
    PaymentModel model =
        new PaymentModel(
            Ids.next(),
            contract.authority(),
            contract.id(),
            contract.reference(),
            contract.providerId(),
            PaymentModel.Status.ACTIVE,
            agreement.startsOn(),
            ends,
            agreement.terms().checked(),
            1);
    return record(model, "payment-model.agreed.v1");
  }

  /** Ends a model, not before the end of a period whose statement stands. */
  PaymentModel end(UUID id, LongConsumer precondition, LocalDate on) {
    PaymentModel model = model(id, true);
    precondition.accept(model.version());
    for (Statement statement : store.statements(id)) {
      if (statement.status() != Statement.Status.DRAFT && statement.periodEnd().isAfter(on)) {
        throw new RuleViolation(
            "MODEL_DATES_INVALID",
            "The statement up to %s was agreed.".formatted(statement.periodEnd()),
            "/endsOn");
      }
    }
    return record(model.end(on), "payment-model.ended.v1");
  }

  /** Another supplier, or the one only now matched, takes over the model of a contract. */
  void onContract(@Observes @Priority(100) ContractChanged event) {
    UUID supplier = event.contract().providerId();
    if (supplier == null) {
      return;
    }
    for (PaymentModel seen : store.models(event.contract().id(), null, null, 500)) {
      if (seen.status() == PaymentModel.Status.ACTIVE
          && !records.same(supplier, seen.providerId())) {
        record(model(seen.id(), true).suppliedBy(supplier), "payment-model.supplier-changed.v1");
      }
    }
  }

  PaymentModel model(UUID id, boolean lock) {
    return store.model(id, lock).orElseThrow(() -> ProblemException.notFound("payment model", id));
  }

  Statement statement(UUID id, boolean lock) {
    return store
        .statement(id, lock)
        .orElseThrow(() -> ProblemException.notFound("payment statement", id));
  }

  /** Draws a statement up for whole months that no other covers. */
  Statement draw(UUID modelId, PaymentRequests.StatementRequest request) {
    PaymentModel model = model(modelId, true);
    LocalDate first = request.periodStart();
    LocalDate last = request.periodEnd();
    Statement empty =
        new Statement(
            Ids.next(),
            model.authority(),
            model.id(),
            model.contractId(),
            model.providerId(),
            first,
            last,
            Statement.Status.DRAFT,
            new StatementContent(
                BigDecimal.ZERO, BigDecimal.ZERO, List.of(), BigDecimal.ZERO, List.of(), List.of()),
            null,
            null,
            null,
            null,
            0);
    if (empty.months() < 1 || !first.plusMonths(empty.months()).equals(last.plusDays(1))) {
      throw period("A period is whole months, such as from 2026-04-01 to 2027-03-31.");
    }
    requireCovered(model, empty);
    for (Statement other : store.statements(modelId)) {
      if (!other.periodEnd().isBefore(first) && !other.periodStart().isAfter(last)) {
        throw ProblemException.conflict(
            "STATEMENT_OVERLAPS",
            "The statement from %s to %s covers some of these days."
                .formatted(other.periodStart(), other.periodEnd()));
      }
    }
    return record(
        empty.recalculated(content(model, empty), model.providerId()),
        "payment-statement.drawn-up.v1");
  }

  /** An agreement may end after a draft was drawn up under it. */
  private static void requireCovered(PaymentModel model, Statement statement) {
    if (!model.covers(statement.periodStart(), statement.periodEnd())) {
      throw period("The agreement does not cover the whole period.");
    }
  }

  private static RuleViolation period(String message) {
    return new RuleViolation("STATEMENT_PERIOD_INVALID", message, "/periodEnd");
  }

  /** Draws a draft up anew from the claims as they stand. */
  Statement recalculate(UUID id, LongConsumer precondition) {
    Statement statement = locked(id, precondition);
    PaymentModel model = model(statement.modelId(), true);
    return record(
        statement.recalculated(content(model, statement), model.providerId()),
        "payment-statement.recalculated.v1");
  }

  /** Agrees a draft that says what the claims say, with nothing of its period undecided. */
  Statement agree(UUID id, LongConsumer precondition) {
    Statement statement = locked(id, precondition);
    PaymentModel model = model(statement.modelId(), true);
    requireCovered(model, statement);
    List<Claim> all = store.claims(model.id());
    boolean open =
        all.stream()
            .anyMatch(
                claim ->
                    claim.outcome() != null
                        && claim.open()
                        && statement.covers(claim.achievedOn()));
    if (open) {
      throw ProblemException.conflict(
          "CLAIMS_OPEN", "Results of the period are still to be verified.");
    }
    Statement agreed = statement.agree(caller.subject(), clock.instant());
    StatementCalculation calculation = calculation(model, statement, all);
    StatementContent now = calculation.of(statement, counted(all, statement, calculation));
    if (now.total().compareTo(statement.content().total()) != 0
        || !now.claims().equals(statement.content().claims())) {
      throw ProblemException.conflict(
          "STATEMENT_OUTDATED",
          "Claims or the contract's term changed since it was drawn up; recalculate it first.");
    }
    Statement kept = record(agreed, "payment-statement.agreed.v1");
    all.stream()
        .filter(claim -> now.claims().contains(claim.id()))
        .forEach(
            claim ->
                claims.record(
                    claim.countedOn(calculation.belatedOn(claim).orElse(kept).id()),
                    "payment-claim.counted.v1"));
    return kept;
  }

  /** Notes a payment. */
  Statement pay(UUID id, LongConsumer precondition, PaymentRequests.PaymentMade made) {
    return record(
        locked(id, precondition).pay(made.paidOn(), made.reference()), "payment-statement.paid.v1");
  }

  private StatementContent content(PaymentModel model, Statement statement) {
    List<Claim> all = store.claims(model.id());
    StatementCalculation calculation = calculation(model, statement, all);
    return calculation.of(statement, counted(all, statement, calculation));
  }

  private StatementCalculation calculation(
      PaymentModel model, Statement statement, List<Claim> all) {
    List<Statement> earlier =
        store.statements(model.id()).stream()
            .filter(other -> other.status() != Statement.Status.DRAFT)
            .filter(other -> !other.id().equals(statement.id()))
            .toList();
    return new StatementCalculation(model.terms(), term(model.contractId()), all, earlier);
  }

  private ContractTerm term(UUID contractId) {
    KnownContract contract = contract(contractId);
    return new ContractTerm(contract.startsOn(), contract.endsOn());
  }

  private KnownContract contract(UUID id) {
    return contracts
        .find(id)
        .orElseThrow(
            () ->
                new RuleViolation(
                    "CONTRACT_UNKNOWN", "There is no contract " + id + ".", "/contractId"));
  }

  /** What earns and was on no statement: of the period, belated, or people up to its end. */
  private static List<Claim> counted(
      List<Claim> all, Statement statement, StatementCalculation calculation) {
    return all.stream()
        .filter(claim -> claim.statementId() == null && claim.earns())
        .filter(
            claim ->
                claim.person() == null
                    ? statement.covers(claim.achievedOn())
                        || calculation.belatedOn(claim).isPresent()
                    : !claim.achievedOn().isAfter(statement.periodEnd()))
        .toList();
  }

  /** Statements of a model take turns by its row, always locked first. */
  private Statement locked(UUID id, LongConsumer precondition) {
    model(statement(id, false).modelId(), true);
    Statement statement = statement(id, true);
    precondition.accept(statement.version());
    return statement;
  }

  private PaymentModel record(PaymentModel model, String type) {
    store.put(model);
    journal.append(
        new Entry(
            "payment-model",
            model.id(),
            model.version(),
            type,
            model.authority(),
            model,
            Map.of()));
    return model;
  }

  private Statement record(Statement statement, String type) {
    store.put(statement);
    journal.append(
        new Entry(
            "payment-statement",
            statement.id(),
            statement.version(),
            type,
            statement.authority(),
            statement,
            Map.of()));
    return statement;
  }
}
