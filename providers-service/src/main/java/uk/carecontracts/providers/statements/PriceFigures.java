package uk.carecontracts.providers.statements;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.costs.Quartiles;
import uk.carecontracts.providers.terms.BoughtCare;
import uk.carecontracts.providers.terms.Terms;

/** What the authority pays, by service; too few prices would tell of one person or provider. */
@ApplicationScoped
class PriceFigures {

  private final Terms terms;
  private final MarketFactsRepository facts;

  PriceFigures(Terms terms, MarketFactsRepository facts) {
    this.terms = terms;
    this.facts = facts;
  }

  List<Figure> of(String authority, List<String> areas, LocalDate day) {
    Map<String, List<BigDecimal>> prices = new TreeMap<>();
    for (BoughtCare each : terms.running(authority, null, null, day)) {
      if (each.unitPrice() != null && (each.area() == null || areas.contains(each.area()))) {
        prices.computeIfAbsent(name(each), key -> new ArrayList<>()).add(each.unitPrice());
      }
    }
    if (prices.isEmpty()) {
      return List.of();
    }
    int least = facts.leastPrices(day);
    List<@Nullable Quartiles> spread = new ArrayList<>();
    List<@Nullable BigDecimal> counts = new ArrayList<>();
    prices
        .values()
        .forEach(
            some -> {
              boolean shown = some.size() >= least;
              spread.add(shown ? Quartiles.of(some).shown() : null);
              counts.add(shown ? BigDecimal.valueOf(some.size()) : null);
            });
    return List.of(
        new Figure(
            "prices",
            "Prices we pay",
            "Service",
            List.copyOf(prices.keySet()),
            List.of(
                series("Lower quartile £", spread, Quartiles::lower),
                series("Median £", spread, Quartiles::median),
                series("Upper quartile £", spread, Quartiles::upper),
                new Figure.Series("Prices counted", Collections.unmodifiableList(counts))),
            null,
            "Placements and agreements that run on "
                + Days.shown(day)
                + "; fewer than "
                + least
                + " prices are held back (–)"));
  }

  private static String name(BoughtCare bought) {
    String service = bought.serviceType() == null ? bought.careType() : bought.serviceType();
    return StatementAssembly.words(service == null ? "OTHER_CARE" : service)
        + ("HOUR".equals(bought.unit()) ? ", an hour" : ", a week");
  }

  private static Figure.Series series(
      String name, List<@Nullable Quartiles> spread, Function<Quartiles, BigDecimal> value) {
    List<@Nullable BigDecimal> values = new ArrayList<>();
    spread.forEach(each -> values.add(each == null ? null : value.apply(each)));
    return new Figure.Series(name, Collections.unmodifiableList(values));
  }
}
