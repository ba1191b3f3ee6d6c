package uk.carecontracts.providers.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with what was agreed.
 *
 * @param id the meeting
 * @param authority GSS code of the authority
 * @param kind how they met
 * @param title what it was called
 * @param heldOn the day
 * @param providers the providers that took part
 * @param attendees who took part, by role
 * @param topics what was talked about
 * @param notes what was said
 * @param actions what was agreed, the first due first
 * @param editedBy who recorded it last
 * @param editedAt when
 * @param version number of the record's version
 */
@Schema(name = "Engagement")
public record EngagementState(
    UUID id,
    String authority,
    EngagementKind kind,
    String title,
    LocalDate heldOn,
    List<UUID> providers,
    List<String> attendees,
    List<String> topics,
    String notes,
    List<Action> actions,
    String editedBy,
    Instant editedAt,
    long version) {

  /**
   * An agreed action.
   *
   * @param id the action
   * @param engagementId the meeting it was agreed at
   * @param what what is to be done
   * @param owner who does it
   * @param dueOn last day
   * @param status where it stands
   * @param closedOn when it was done or dropped
   * @param outcome what came of it
   * @param timesPutOff how often its due date moved
   */
  @Schema(name = "AgreedAction")
  public record Action(
      UUID id,
      UUID engagementId,
      String what,
      String owner,
      LocalDate dueOn,
      ActionStatus status,
      @Nullable LocalDate closedOn,
      @Nullable String outcome,
      int timesPutOff) {}
}
