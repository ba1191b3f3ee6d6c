package uk.carecontracts.providers.statements;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.providers.demand.ForecastState;
import uk.carecontracts.providers.demand.Forecasts;

/** Puts officers' words and the data together. */
@ApplicationScoped
class StatementAssembly {

  private static final int YEARS_OF_PIPELINE = 2;
  private static final int MOST_CONTRACTS = 200;
  private static final String WITHHELD = "Withheld";

  private final MarketFactsRepository facts;
  private final Forecasts forecasts;
  private final PriceFigures prices;
  private final SupplyFigures supply;
  private final PipelineRepository pipeline;
  private final Caller caller;
  private final Clock clock;

  StatementAssembly(
      MarketFactsRepository facts,
      Forecasts forecasts,
      PriceFigures prices,
      SupplyFigures supply,
      PipelineRepository pipeline,
      Caller caller,
      Clock clock) {
    this.facts = facts;
    this.forecasts = forecasts;
    this.prices = prices;
    this.supply = supply;
    this.pipeline = pipeline;
    this.caller = caller;
    this.clock = clock;
  }

  /** Areas a statement cannot be about, because nobody knows them. */
  List<String> unknown(List<String> areas) {
    return facts.unknown(areas);
  }

  /** Who is writing. */
  String officer() {
    return caller.subject();
  }

  StatementContent assemble(String authority, StatementForms.Draft form) {
    LocalDate today = LocalDate.now(clock);
    List<String> areas = form.areas().stream().distinct().toList();
    List<ForecastState> told =
        form.forecasts() == null
            ? List.of()
            : form.forecasts().stream().distinct().map(forecasts::latest).toList();
    Map<SectionCode, StatementForms.SectionText> texts =
        form.sections() == null
            ? Map.of()
            : form.sections().stream()
                .collect(Collectors.toMap(StatementForms.SectionText::code, Function.identity()));
    List<StatementContent.Section> sections =
        Arrays.stream(SectionCode.values())
            .map(code -> section(code, texts.get(code), data(code, authority, areas, told, today)))
            .toList();
    return new StatementContent(
        form.title(),
        facts.authorityName(authority),
        form.summary(),
        form.contact(),
        areas,
        form.from(),
        form.to(),
        today,
        sections,
        form.intentions() == null ? List.of() : form.intentions());
  }

  private static StatementContent.Section section(
      SectionCode code,
      StatementForms.@org.jspecify.annotations.Nullable SectionText text,
      StatementContent.Assembled data) {
    return new StatementContent.Section(
        code,
        text == null || text.heading() == null ? code.heading() : text.heading(),
        text == null ? "" : text.text(),
        data.figures(),
        data.tables());
  }

  private StatementContent.Assembled data(
      SectionCode code,
      String authority,
      List<String> areas,
      List<ForecastState> told,
      LocalDate today) {
    return switch (code) {
      case NEEDS -> figures(told.stream().map(ForecastFigures::demand).toList());
      case SUPPLY -> figures(supply.of(areas, today));
      case FORECAST ->
          figures(told.stream().flatMap(each -> ForecastFigures.gaps(each).stream()).toList());
      case PRICES -> figures(prices.of(authority, areas, today));
      case PIPELINE -> pipeline(authority, today);
      case INTENTIONS -> StatementContent.Assembled.NOTHING;
    };
  }

  private static StatementContent.Assembled figures(List<Figure> figures) {
    return new StatementContent.Assembled(figures, List.of());
  }

  private StatementContent.Assembled pipeline(String authority, LocalDate today) {
    List<List<String>> rows =
        pipeline
            .ending(authority, today, today.plusYears(YEARS_OF_PIPELINE), MOST_CONTRACTS)
            .stream()
            .map(StatementAssembly::row)
            .toList();
    return rows.isEmpty()
        ? StatementContent.Assembled.NOTHING
        : new StatementContent.Assembled(
            List.of(),
            List.of(
                new TextTable(
                    "Contracts that end within "
                        + YEARS_OF_PIPELINE
                        + " years"
                        + (rows.size() < MOST_CONTRACTS
                            ? ""
                            : ", the first " + MOST_CONTRACTS + " by their end"),
                    List.of(
                        "Contract", "Reference", "Service", "Ends", "Value a year", "What follows"),
                    rows,
                    "Contract register, "
                        + Days.shown(today)
                        + "; what is exempt from publication is withheld")));
  }

  private static List<String> row(PipelineRepository.Ending each) {
    String value = each.annualValue() == null ? "–" : "£" + Figure.shown(each.annualValue());
    String follows =
        each.intention() == null || each.intention().equals("UNDECIDED")
            ? "Not decided"
            : words(each.intention());
    return List.of(
        each.withheld().contains("TITLE") ? WITHHELD : each.title(),
        each.reference(),
        each.serviceType() == null ? "–" : words(each.serviceType()),
        Days.shown(each.end()),
        each.withheld().contains("VALUE") ? WITHHELD : value,
        each.summary() == null ? follows : follows + ": " + each.summary());
  }

  /** A code as a reader would write it. */
  static String words(String code) {
    String lower = code.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }
}
