package uk.carecontracts.providers.costs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;

/** Takes cost models in and judges them; events say that it happened, never a figure. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class CostModelDesk {

  private final CostModelRepository models;
  private final LineSetRepository sets;
  private final Journal journal;
  private final Clock clock;

  CostModelDesk(CostModelRepository models, LineSetRepository sets, Journal journal, Clock clock) {
    this.models = models;
    this.sets = sets;
    this.journal = journal;
    this.clock = clock;
  }

  CostModel submit(
      String authority, UUID provider, CostModelForms.NewCostModel form, CostModel.Submitter by) {
    LineSet set = sets.require(form.lineSet(), form.pricesAsOf());
    CostModel model = CostModel.submit(authority, provider, form, set, by, Instant.now(clock));
    models.persist(model);
    record(model, "cost-model.submitted.v1", by.name());
    return model;
  }

  void accept(CostModel model, String by) {
    LocalDate today = LocalDate.now(clock);
    Optional<CostModel> before = models.accepted(model);
    model.requireAcceptableBy(by);
    // The old one first: the database lets only one be accepted at a time.
    before.ifPresent(
        old -> {
          old.replace(by, today);
          record(old, "cost-model.replaced.v1", by);
        });
    model.accept(by, today);
    record(model, "cost-model.accepted.v1", by);
  }

  void decline(CostModel model, String by, String reason) {
    model.decline(by, LocalDate.now(clock), reason);
    record(model, "cost-model.declined.v1", by);
  }

  void withdraw(CostModel model, String by, String reason) {
    model.withdraw(by, LocalDate.now(clock), reason);
    record(model, "cost-model.withdrawn.v1", by);
  }

  private void record(CostModel model, String type, String by) {
    models.flush();
    journal.append(
        new Entry(
            "cost-model",
            model.id(),
            model.version(),
            type,
            model.authority(),
            model.fact(),
            Map.of("by", by)));
  }
}
