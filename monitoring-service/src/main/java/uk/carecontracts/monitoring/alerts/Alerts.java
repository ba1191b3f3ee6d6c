package uk.carecontracts.monitoring.alerts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;

/**
 * Raises and settles alerts. However often a cause is reported there is one standing alert for it;
 * what only repeats is not even written, so that nothing storms.
 */
@ApplicationScoped
class Alerts {
  private final AlertStore store;
  private final AlertRules rules;
  private final Journal journal;
  private final Caller caller;
  private final Clock clock;

  Alerts(AlertStore store, AlertRules rules, Journal journal, Caller caller, Clock clock) {
    this.store = store;
    this.rules = rules;
    this.journal = journal;
    this.caller = caller;
    this.clock = clock;
  }

  /** A cause was found, in the running transaction. */
  void found(Cause cause) {
    store.takeTurns(cause.authority(), cause.subject(), cause.kind());
    Alert standing = store.standing(cause.authority(), cause.subject(), cause.kind()).orElse(null);
    if (standing == null) {
      record(Alert.raise(cause, clock.instant()), "alert.raised.v1");
      return;
    }
    boolean worse = cause.severity().compareTo(standing.severity()) > 0;
    boolean same =
        standing.clearedSince() == null
            && standing.message().equals(cause.message())
            && standing.severity() == cause.severity();
    if (!same) {
      record(standing.seen(cause), worse ? "alert.escalated.v1" : "alert.updated.v1");
    }
  }

  /** No cause was found any more; the alert, if one stands, begins to settle. */
  void gone(String authority, String subject, AlertKind kind) {
    store.takeTurns(authority, subject, kind);
    store
        .standing(authority, subject, kind)
        .filter(alert -> alert.clearedSince() == null)
        .ifPresent(alert -> record(alert.cleared(clock.instant()), "alert.updated.v1"));
  }

  /** A cause was found, or not. */
  void settle(@Nullable Cause cause, String authority, String subject, AlertKind kind) {
    if (cause == null) {
      gone(authority, subject, kind);
    } else {
      found(cause);
    }
  }

  /** Resolves what has been settled long enough; how many. */
  int resolveSettled() {
    return store.settled(clock.instant().minus(rules.settle())).stream()
        .mapToInt(
            alert -> {
              record(alert.resolve(clock.instant()), "alert.resolved.v1");
              return 1;
            })
        .sum();
  }

  /** An officer has seen an alert. */
  Alert acknowledge(UUID id, LongConsumer precondition, @Nullable String note) {
    Alert alert = store.find(id, true).orElseThrow(() -> ProblemException.notFound("alert", id));
    precondition.accept(alert.version());
    return record(
        alert.acknowledge(note, caller.subject(), clock.instant()), "alert.acknowledged.v1");
  }

  private Alert record(Alert alert, String type) {
    store.put(alert);
    journal.append(
        new Entry("alert", alert.id(), alert.version(), type, alert.authority(), alert, Map.of()));
    return alert;
  }
}
