package uk.carecontracts.contracts.projects;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a gate asks for.
 *
 * @param code its code
 * @param stage the gate it belongs to
 * @param title what is to be done
 * @param required whether the gate stays shut without it
 * @param serviceUsers whether it is about the part that people who use the service have
 * @param status where it stands
 * @param evidence what shows that it is done
 * @param waiver why it is not done
 */
public record ChecklistItem(
    String code,
    Stage stage,
    String title,
    boolean required,
    boolean serviceUsers,
    ItemStatus status,
    @Nullable Evidence evidence,
    @Nullable Waiver waiver) {
  /** Where an item stands. */
  public enum ItemStatus {
    /** Not done. */
    OPEN,
    /** Done, with evidence. */
    DONE,
    /** Left out, with the reason. */
    WAIVED
  }

  /**
   * What shows that something is done.
   *
   * @param summary in words
   * @param url where it is
   * @param on the day
   * @param by who says so
   */
  public record Evidence(String summary, @Nullable String url, LocalDate on, String by) {}

  /**
   * Why something is left out.
   *
   * @param reason why
   * @param lesserSteps lesser steps that were looked at, and why each would not do
   * @param on the day
   * @param by who decided
   */
  public record Waiver(String reason, List<LesserStep> lesserSteps, LocalDate on, String by) {}

  /** A lesser step than leaving people out, and why it would not do. */
  public record LesserStep(String step, String whyNot) {}

  static ChecklistItem open(
      String code, Stage stage, String title, boolean required, boolean serviceUsers) {
    return new ChecklistItem(
        code, stage, title, required, serviceUsers, ItemStatus.OPEN, null, null);
  }

  ChecklistItem done(Evidence how) {
    return new ChecklistItem(
        code, stage, title, required, serviceUsers, ItemStatus.DONE, how, null);
  }

  ChecklistItem waived(Waiver why) {
    return new ChecklistItem(
        code, stage, title, required, serviceUsers, ItemStatus.WAIVED, null, why);
  }

  boolean blocks(Stage gate) {
    return stage == gate && required && status == ItemStatus.OPEN;
  }
}
