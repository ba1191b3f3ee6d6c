package uk.carecontracts.monitoring.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.monitoring.documents.Aggregate;

/**
 * What someone said about care. Identities are taken out of the text before it is kept.
 *
 * @param id the feedback
 * @param authority GSS code
 * @param contractId the contract it is about, where that is known
 * @param providerId its lead supplier's record
 * @param from who speaks
 * @param channel how it came
 * @param score 1 very poor to 5 very good, where a score was given
 * @param text what was said, with identities withheld
 * @param withheld kinds of identities that were taken out
 * @param themes what it is about
 * @param personReference pseudonymous reference, where the sender gave one
 * @param receivedOn the day it came
 * @param status RECEIVED, ANSWERED or PUBLISHED
 * @param response what was answered
 * @param answeredOn when
 * @param answeredBy by whom
 * @param youSaid what was said, in the words that are published
 * @param weDid what was done about it
 * @param publishedOn when
 * @param concernId the concern that was raised from it
 * @param version raised by every change
 */
@Schema(name = "Feedback")
public record Feedback(
    UUID id,
    String authority,
    @Nullable UUID contractId,
    @Nullable UUID providerId,
    From from,
    Channel channel,
    @Nullable Integer score,
    String text,
    List<IdentifierKind> withheld,
    List<String> themes,
    @Nullable String personReference,
    LocalDate receivedOn,
    Status status,
    @Nullable String response,
    @Nullable LocalDate answeredOn,
    @Nullable String answeredBy,
    @Nullable String youSaid,
    @Nullable String weDid,
    @Nullable LocalDate publishedOn,
    @Nullable UUID concernId,
    long version)
    implements Aggregate {

  /** Who speaks. */
  public enum From {
    PERSON,
    FAMILY_OR_CARER,
    STAFF,
    PROFESSIONAL,
    OTHER
  }

  /** How it came. */
  public enum Channel {
    FORM,
    SYSTEM,
    PHONE,
    LETTER,
    MEETING,
    SURVEY
  }

  /** Where it stands. */
  public enum Status {
    RECEIVED,
    ANSWERED,
    PUBLISHED
  }

  Feedback answer(String said, @Nullable List<String> about, LocalDate on, String by) {
    if (status == Status.PUBLISHED) {
      throw ProblemException.conflict("FEEDBACK_PUBLISHED", "It was answered and published.");
    }
    return new Feedback(
        id,
        authority,
        contractId,
        providerId,
        from,
        channel,
        score,
        text,
        withheld,
        about == null ? themes : List.copyOf(about),
        personReference,
        receivedOn,
        Status.ANSWERED,
        said,
        on,
        by,
        youSaid,
        weDid,
        publishedOn,
        concernId,
        version + 1);
  }

  Feedback publish(String said, String did, LocalDate on) {
    if (status != Status.ANSWERED) {
      throw ProblemException.conflict(
          "FEEDBACK_NOT_ANSWERED", "Only what was answered, and not yet published, is published.");
    }
    return new Feedback(
        id,
        authority,
        contractId,
        providerId,
        from,
        channel,
        score,
        text,
        withheld,
        themes,
        personReference,
        receivedOn,
        Status.PUBLISHED,
        response,
        answeredOn,
        answeredBy,
        said,
        did,
        on,
        concernId,
        version + 1);
  }

  Feedback escalated(UUID concern) {
    if (concernId != null) {
      throw ProblemException.conflict(
          "FEEDBACK_ESCALATED", "A concern was raised from it already: " + concernId);
    }
    return new Feedback(
        id,
        authority,
        contractId,
        providerId,
        from,
        channel,
        score,
        text,
        withheld,
        themes,
        personReference,
        receivedOn,
        status,
        response,
        answeredOn,
        answeredBy,
        youSaid,
        weDid,
        publishedOn,
        concern,
        version + 1);
  }
}
