package uk.carecontracts.contracts.duties;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;

/** Marks duties as done. */
@ApplicationScoped
class DutyDesk {
  private final DutyRepository duties;
  private final DutyMarkRepository marks;
  private final Journal journal;
  private final Clock clock;

  DutyDesk(DutyRepository duties, DutyMarkRepository marks, Journal journal, Clock clock) {
    this.duties = duties;
    this.marks = marks;
    this.journal = journal;
    this.clock = clock;
  }

  DutyView require(UUID id) {
    return duties.find(id).orElseThrow(() -> ProblemException.notFound("duty", id));
  }

  DutyView done(
      UUID id, LongConsumer check, LocalDate day, @Nullable String link, @Nullable String note) {
    DutyView duty = require(id);
    if (duty.status() == DutyStatus.NOT_APPLICABLE) {
      throw new RuleViolation("DUTY_NOT_APPLICABLE", duty.reason());
    }
    if (day.isAfter(LocalDate.now(clock))) {
      throw new RuleViolation(
          "DUTY_NOT_DONE_YET", "What is still to be done is not done.", "/doneOn");
    }
    return mark(
        duty, check, mark -> mark.done(day, link, note, clock.instant()), "duty.done.v1", "Done");
  }

  DutyView reopen(UUID id, LongConsumer check, String reason) {
    DutyView duty = require(id);
    if (duty.doneOn() == null) {
      throw new RuleViolation("WRONG_STATUS", "The duty was not marked as done.");
    }
    return mark(
        duty, check, mark -> mark.reopen(reason, clock.instant()), "duty.reopened.v1", reason);
  }

  private DutyView mark(
      DutyView duty, LongConsumer check, Consumer<DutyMark> what, String type, String reason) {
    check.accept(duty.version());
    DutyMark mark = marks.findByIdOptional(duty.id()).orElseGet(() -> DutyMark.on(duty));
    what.accept(mark);
    marks.persistAndFlush(mark);
    DutyView marked = require(duty.id());
    journal.append(
        new Entry(
            "duty",
            marked.id(),
            mark.version(),
            type,
            marked.authority(),
            marked,
            Map.of("reason", reason)));
    return marked;
  }
}
