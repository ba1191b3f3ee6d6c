package uk.carecontracts.providers.statements;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.time.Clocks;

/** Statements as pages for people to read. */
@CheckedTemplate(basePath = "statements")
final class StatementPages {

  private static final ZoneId LONDON = Clocks.LONDON;

  private StatementPages() {}

  static native TemplateInstance statement(Page page);

  static native TemplateInstance list(List<Listed> statements, String next);

  /** A statement in the list. */
  @TemplateData
  public record Listed(UUID id, String title, String council, int edition, String day) {}

  /** The page of published statements; next is the address of the following page, or empty. */
  static String ofList(List<Edition.Item> items, UnaryOperator<String> councils, String next) {
    return list(
            items.stream()
                .map(
                    each ->
                        new Listed(
                            each.id(),
                            each.title(),
                            councils.apply(each.authority()),
                            each.edition(),
                            Days.shown(each.publishedAt().atZone(LONDON).toLocalDate())))
                .toList(),
            next)
        .render();
  }

  /**
   * Everything a page shows.
   *
   * @param id the statement
   * @param content what it says
   * @param edition what stands beside the title: the edition and its day, or that it is a draft
   * @param published whether it is published
   * @param period the time it is about
   * @param dataAsOf the day of the figures
   * @param summary the message, paragraph by paragraph
   * @param sections its sections, drawn
   * @param earlier other editions, the latest first
   */
  @TemplateData
  public record Page(
      UUID id,
      StatementContent content,
      String edition,
      boolean published,
      String period,
      String dataAsOf,
      List<String> summary,
      List<Section> sections,
      List<Earlier> earlier) {}

  /** A section with its charts. */
  @TemplateData
  public record Section(StatementContent.Section says, List<Drawn> figures, boolean intentions) {
    /** The anchor of the section. */
    public String anchor() {
      return says.code().name().toLowerCase(Locale.ROOT);
    }
  }

  /** A figure with its chart, which is empty when it is a table only. */
  @TemplateData
  public record Drawn(Figure figure, String svg) {}

  /** Another edition. */
  @TemplateData
  public record Earlier(int number, String day, String changeNote) {}

  /** The page of an edition. */
  static String of(Edition.Published edition, List<Edition.Item> all) {
    List<Earlier> others =
        all.stream()
            .filter(each -> each.edition() != edition.edition())
            .map(
                each ->
                    new Earlier(
                        each.edition(),
                        Days.shown(each.publishedAt().atZone(LONDON).toLocalDate()),
                        each.changeNote()))
            .toList();
    return page(
        edition.id(),
        edition.content(),
        "Edition %d, published %s"
            .formatted(
                edition.edition(), Days.shown(edition.publishedAt().atZone(LONDON).toLocalDate())),
        true,
        others);
  }

  /** The page of a draft. */
  static String of(StatementState draft) {
    return page(draft.id(), draft.content(), "Draft, not published", false, List.of());
  }

  private static String page(
      UUID id,
      StatementContent content,
      @Nullable String edition,
      boolean published,
      List<Earlier> earlier) {
    return statement(
            new Page(
                id,
                content,
                String.valueOf(edition),
                published,
                Days.shown(content.from()) + " to " + Days.shown(content.to()),
                Days.shown(content.dataAsOf()),
                StatementContent.paragraphs(content.summary()),
                content.sections().stream()
                    .map(
                        each ->
                            new Section(
                                each,
                                each.figures().stream()
                                    .map(figure -> new Drawn(figure, SvgChart.of(figure)))
                                    .toList(),
                                each.code() == SectionCode.INTENTIONS
                                    && !content.intentions().isEmpty()))
                    .toList(),
                earlier))
        .render();
  }
}
