package uk.carecontracts.providers.statements;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The requests about market position statements. */
public final class StatementForms {

  private StatementForms() {}

  /** Whether the authority wants more of a service. */
  @Schema(name = "IntentionDirection")
  public enum Direction {
    /** More than today. */
    MORE("More"),
    /** As much as today. */
    SAME("The same"),
    /** Less than today. */
    LESS("Less"),
    /** Another kind than today. */
    DIFFERENT("Different");

    private final String word;

    Direction(String word) {
      this.word = word;
    }

    /** The wish in a word. */
    public String word() {
      return word;
    }
  }

  /**
   * Something the authority intends.
   *
   * @param service the service in words
   * @param direction whether it wants more of it
   * @param statement what it intends
   * @param by when, in words such as "April 2028"
   */
  @Schema(name = "MarketIntention")
  public record Intention(
      @NotBlank @Size(max = 200) @Schema(examples = "Extra care housing") String service,
      @NotNull Direction direction,
      @NotBlank @Size(max = 2000) String statement,
      @Nullable @Size(max = 100) String by) {}

  /**
   * What officers say in a section.
   *
   * @param code which section
   * @param heading its heading; absent: the usual one
   * @param text paragraphs apart by an empty line
   */
  @Schema(name = "SectionText")
  public record SectionText(
      @NotNull SectionCode code,
      @Nullable @Size(max = 200) String heading,
      @NotNull @Size(max = 20_000) String text) {}

  /**
   * A statement as officers write it; the figures come from the data.
   *
   * @param title its title
   * @param summary the message in a few sentences
   * @param contact whom providers turn to
   * @param areas GSS codes of the areas it is about
   * @param from first day of the time it is about
   * @param to last day
   * @param forecasts the forecasts it tells of
   * @param sections what officers say, section by section
   * @param intentions what the authority wants more of, and less
   */
  @Schema(name = "StatementDraft")
  public record Draft(
      @NotBlank @Size(max = 200) @Schema(examples = "Care for older people in Trafford")
          String title,
      @NotNull @Size(max = 4000) String summary,
      @NotNull @Size(max = 500) String contact,
      @NotEmpty @Size(max = 50)
          List<@NotBlank @Pattern(regexp = "[EWSN]\\d{8}", message = "must be a GSS code") String>
              areas,
      @NotNull LocalDate from,
      @NotNull LocalDate to,
      @Nullable @Size(max = 10) List<@NotNull UUID> forecasts,
      @Nullable @Size(max = 6) List<@Valid @NotNull SectionText> sections,
      @Nullable @Size(max = 100) List<@Valid @NotNull Intention> intentions) {}

  /** What the new edition brings. */
  @Schema(name = "StatementPublication")
  public record Publication(
      @NotBlank @Size(max = 1000) @Schema(examples = "First edition") String changeNote) {}
}
