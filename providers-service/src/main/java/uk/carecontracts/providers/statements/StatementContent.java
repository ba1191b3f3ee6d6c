package uk.carecontracts.providers.statements;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a statement says.
 *
 * @param title its title
 * @param authorityName the council's name
 * @param summary the message in a few sentences
 * @param contact whom providers turn to
 * @param areas GSS codes of the areas it is about
 * @param from first day of the time it is about
 * @param to last day
 * @param dataAsOf the day the figures were assembled
 * @param sections its sections in order
 * @param intentions what the authority wants more of, and less
 */
@Schema(name = "StatementContent")
public record StatementContent(
    String title,
    String authorityName,
    String summary,
    String contact,
    List<String> areas,
    LocalDate from,
    LocalDate to,
    LocalDate dataAsOf,
    List<Section> sections,
    List<StatementForms.Intention> intentions) {

  /**
   * One section.
   *
   * @param code which
   * @param heading its heading
   * @param text what officers say, paragraphs apart by an empty line
   * @param figures what the data say
   * @param tables what the data list
   */
  @Schema(name = "StatementSection")
  public record Section(
      SectionCode code, String heading, String text, List<Figure> figures, List<TextTable> tables) {

    /** The text, paragraph by paragraph. */
    public List<String> paragraphs() {
      return StatementContent.paragraphs(text);
    }
  }

  /** The figures and tables of a section. */
  record Assembled(List<Figure> figures, List<TextTable> tables) {
    static final Assembled NOTHING = new Assembled(List.of(), List.of());
  }

  /** A text, paragraph by paragraph. */
  static List<String> paragraphs(String text) {
    return Arrays.stream(text.split("\\R\\s*\\R"))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }
}
