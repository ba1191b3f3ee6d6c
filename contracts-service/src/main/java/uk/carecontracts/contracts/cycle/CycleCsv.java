package uk.carecontracts.contracts.cycle;

import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.CsvTable;

/** The cycle view as one long table: section, what, when, measure, value. */
final class CycleCsv {
  private final CsvTable table = new CsvTable("section", "what", "when", "measure", "value");

  private CycleCsv() {}

  static String write(CycleView view) {
    CycleCsv csv = new CycleCsv();
    csv.sections(view);
    return csv.table.text();
  }

  private void sections(CycleView view) {
    line("STAGE", view.scope().title(), view.asOf(), view.stage().stage(), view.stage().why());
    view.contracts()
        .forEach(c -> line("CONTRACT", c.reference(), c.end(), c.status(), c.annual().amount()));
    line("FINANCE", "committed", null, "annual", view.finance().committedAnnual().amount());
    view.finance()
        .paid()
        .forEach(y -> line("FINANCE", "paid", y.financialYear(), "pounds", y.paid().amount()));
    view.activity()
        .forEach(
            month -> {
              line("ACTIVITY", "visits", month.month(), "planned", month.planned());
              line("ACTIVITY", "visits", month.month(), "delivered", month.delivered());
              line("ACTIVITY", "visits", month.month(), "missed", month.missed());
              line("ACTIVITY", "visits", month.month(), "onTimePercent", month.onTimePercent());
            });
    view.outcomes()
        .forEach(
            each -> {
              line("OUTCOME", each.indicator(), null, "latest", each.latest());
              line("OUTCOME", each.indicator(), null, "before", each.before());
            });
    view.risk().forEach(r -> line("RISK", r.tier(), null, "contracts", r.contracts()));
    view.market()
        .largest()
        .forEach(s -> line("MARKET", s.supplier(), null, "sharePercent", s.percent()));
    line("MARKET", "all", null, "concentration", view.market().concentration());
    view.decisions().forEach(d -> line("DECISION", d.reference(), d.on(), d.decision(), d.rag()));
    view.terms()
        .forEach(t -> line("TERMS", t.reference(), t.on(), t.reason(), "falling=" + t.falling()));
    view.lessons().forEach(l -> line("LESSON", l.about(), l.on(), l.source(), l.text()));
  }

  private void line(
      String section, String what, @Nullable Object when, Object measure, @Nullable Object value) {
    table.line(section, what, when, measure, value);
  }
}
