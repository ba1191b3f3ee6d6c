package uk.carecontracts.providers.engagement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The requests about engagement. */
public final class EngagementForms {

  private EngagementForms() {}

  /**
   * An action that was agreed.
   *
   * @param what what is to be done
   * @param owner the role or organisation that does it
   * @param dueOn last day
   */
  @Schema(name = "NewAction")
  public record NewAction(
      @NotBlank @Size(max = 1000) String what,
      @NotBlank @Size(max = 200) @Schema(examples = "Head of commissioning") String owner,
      @NotNull LocalDate dueOn) {}

  /**
   * A meeting as it is recorded.
   *
   * @param kind how they met
   * @param title what it was called
   * @param heldOn the day
   * @param providers the providers that took part
   * @param attendees who took part, by role and organisation, never by name
   * @param topics what was talked about
   * @param notes what was said
   */
  @Schema(name = "EngagementRecord")
  public record Record(
      @NotNull EngagementKind kind,
      @NotBlank @Size(max = 300) String title,
      @NotNull LocalDate heldOn,
      @Nullable @Size(max = 500) List<@NotNull UUID> providers,
      @Nullable @Size(max = 500) List<@NotBlank @Size(max = 200) String> attendees,
      @Nullable @Size(max = 50) List<@NotBlank @Size(max = 200) String> topics,
      @NotNull @Size(max = 20_000) String notes) {}

  /** A meeting to record, with the actions agreed there. */
  @Schema(name = "NewEngagement")
  public record NewEngagement(
      @NotNull @Valid Record record,
      @Nullable @Size(max = 100) List<@Valid @NotNull NewAction> actions) {}

  /** How an action ended. */
  @Schema(name = "ActionClosing")
  public record Closing(@NotBlank @Size(max = 2000) String outcome) {}

  /** Another due date, with the reason. */
  @Schema(name = "ActionPutOff")
  public record PutOff(@NotNull LocalDate dueOn, @NotBlank @Size(max = 1000) String reason) {}
}
