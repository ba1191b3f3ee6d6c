package uk.carecontracts.monitoring.alerts;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.ProblemException;

/**
 * Something an officer should look at. A cause that comes back while its alert still stands is the
 * same alert; one that is gone must stay away for a while before the alert is resolved.
 *
 * @param id the alert
 * @param authority GSS code
 * @param kind what it is about
 * @param subject what it is about exactly, such as a contract or a location
 * @param contractId the contract, if it is about one
 * @param providerId the provider, if it is about one
 * @param severity how urgent
 * @param message what happened, with the figures
 * @param status OPEN, ACKNOWLEDGED or RESOLVED
 * @param openedAt when it was first raised
 * @param occurrences how often its cause appeared
 * @param clearedSince since when the cause is gone, while that has to last
 * @param acknowledgedBy the officer who has seen it
 * @param acknowledgedAt when
 * @param note what the officer said
 * @param resolvedAt when it was resolved
 * @param version raised by every change
 */
@Schema(name = "Alert")
public record Alert(
    UUID id,
    String authority,
    AlertKind kind,
    String subject,
    @Nullable UUID contractId,
    @Nullable UUID providerId,
    AlertSeverity severity,
    String message,
    AlertStatus status,
    Instant openedAt,
    int occurrences,
    @Nullable Instant clearedSince,
    @Nullable String acknowledgedBy,
    @Nullable Instant acknowledgedAt,
    @Nullable String note,
    @Nullable Instant resolvedAt,
    long version) {

  /** A new alert for a cause that was not there before. */
  static Alert raise(Cause cause, Instant now) {
    return new Alert(
        Ids.next(),
        cause.authority(),
        cause.kind(),
        cause.subject(),
        cause.contractId(),
        cause.providerId(),
        cause.severity(),
        cause.message(),
        AlertStatus.OPEN,
        now,
        1,
        null,
        null,
        null,
        null,
        null,
        1);
  }

  /**
   * The cause is there: again, still, or worse. Worse takes the acknowledgement away, because what
   * was seen was less.
   */
  Alert seen(Cause cause) {
    boolean worse = cause.severity().compareTo(severity) > 0;
    boolean back = clearedSince != null;
    return new Alert(
        id,
        authority,
        kind,
        subject,
        contractId,
        providerId,
        cause.severity(),
        cause.message(),
        worse ? AlertStatus.OPEN : status,
        openedAt,
        back ? occurrences + 1 : occurrences,
        null,
        worse ? null : acknowledgedBy,
        worse ? null : acknowledgedAt,
        worse ? null : note,
        null,
        version + 1);
  }

  /** The cause is gone; the alert stands until that has lasted. */
  Alert cleared(Instant now) {
    return with(status, now, acknowledgedBy, acknowledgedAt, note, null);
  }

  /** The cause has been gone long enough. */
  Alert resolve(Instant now) {
    return with(AlertStatus.RESOLVED, clearedSince, acknowledgedBy, acknowledgedAt, note, now);
  }

  /** An officer has seen it. */
  Alert acknowledge(@Nullable String said, String by, Instant now) {
    if (status != AlertStatus.OPEN) {
      throw ProblemException.conflict(
          "ALERT_STATUS", "The alert is " + status + " and cannot be acknowledged now.");
    }
    return with(AlertStatus.ACKNOWLEDGED, clearedSince, by, now, said, null);
  }

  private Alert with(
      AlertStatus next,
      @Nullable Instant cleared,
      @Nullable String by,
      @Nullable Instant at,
      @Nullable String said,
      @Nullable Instant resolved) {
    return new Alert(
        id,
        authority,
        kind,
        subject,
        contractId,
        providerId,
        severity,
        message,
        next,
        openedAt,
        occurrences,
        cleared,
        by,
        at,
        said,
        resolved,
        version + 1);
  }
}
