package uk.carecontracts.providers.demand;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.providers.locations.Capacities;
import uk.carecontracts.providers.locations.CareType;
import uk.carecontracts.providers.terms.BoughtCare;
import uk.carecontracts.providers.terms.Terms;

/** Brings together what a version is worked out from, and refuses what does not fit. */
@ApplicationScoped
class ForecastGathering {

  private static final int LONGEST = 40;

  /** A year of month ends: seasons are in it, a provider that left long ago is not. */
  private static final int MONTHS_SHOWN = 12;

  private final CohortRepository cohorts;
  private final Capacities capacities;
  private final Terms terms;
  private final Clock clock;

  ForecastGathering(CohortRepository cohorts, Capacities capacities, Terms terms, Clock clock) {
    this.cohorts = cohorts;
    this.capacities = capacities;
    this.terms = terms;
    this.clock = clock;
  }

  ForecastInputs inputs(DemandForecast forecast, ForecastForms.Assumptions assumptions) {
    List<String> areas = assumptions.areas().stream().distinct().toList();
    List<Adjustment> adjustments =
        assumptions.adjustments() == null ? List.of() : assumptions.adjustments();
    refuse(breaches(assumptions, areas, adjustments));
    Set<String> bands = new HashSet<>();
    assumptions.rates().forEach(rate -> bands.add(rate.ageBand()));
    ForecastInputs inputs =
        new ForecastInputs(
            areas,
            assumptions.firstYear(),
            assumptions.lastYear(),
            cohorts
                .of(
                    forecast.authority(),
                    assumptions.populationSource(),
                    areas,
                    assumptions.firstYear(),
                    assumptions.lastYear())
                .stream()
                .filter(cohort -> bands.contains(cohort.ageBand()))
                .toList(),
            assumptions.rates(),
            adjustments,
            assumptions.capacity() == null ? capacity(forecast, areas) : assumptions.capacity(),
            assumptions.contracted() == null
                ? contracted(forecast, areas)
                : assumptions.contracted());
    requireCohorts(inputs, assumptions.populationSource());
    return inputs;
  }

  /** The saved inputs with what the question replaces. */
  ForecastInputs whatIf(ForecastInputs saved, ForecastForms.WhatIf question) {
    ForecastInputs inputs = saved;
    BigDecimal percent = question.populationPercent();
    if (percent != null) {
      inputs =
          inputs.withCohorts(
              each ->
                  new Cohort(
                      each.area(),
                      each.ageBand(),
                      each.year(),
                      each.people().multiply(percent).movePointLeft(2)));
    }
    List<Violation> breaches = new ArrayList<>();
    if (question.rates() != null) {
      rateBreaches(question.rates(), "/rates", breaches);
      inputs = inputs.withRates(question.rates());
    }
    if (question.adjustments() != null) {
      adjustmentBreaches(
          question.adjustments(), saved.areas(), inputs.rates(), "/adjustments", breaches);
      inputs = inputs.withAdjustments(question.adjustments());
    }
    if (question.capacity() != null) {
      volumeBreaches(question.capacity(), saved.areas(), "/capacity", breaches);
      inputs = inputs.withCapacity(question.capacity());
    }
    if (question.contracted() != null) {
      volumeBreaches(question.contracted(), saved.areas(), "/contracted", breaches);
      inputs = inputs.withContracted(question.contracted());
    }
    refuse(breaches);
    requireCohorts(inputs, "the saved version");
    return inputs;
  }

  private static void requireCohorts(ForecastInputs inputs, String source) {
    List<String> missing = Projection.missing(inputs);
    if (!missing.isEmpty()) {
      throw new RuleViolation(
          "COHORT_MISSING",
          "Of %s no people are known for %s%s. A gap is not taken for nought."
              .formatted(
                  source,
                  String.join("; ", missing.subList(0, Math.min(5, missing.size()))),
                  missing.size() > 5 ? " and " + (missing.size() - 5) + " more" : ""),
          "/assumptions/populationSource");
    }
  }

  private static List<Violation> breaches(
      ForecastForms.Assumptions assumptions, List<String> areas, List<Adjustment> adjustments) {
    List<Violation> breaches = new ArrayList<>();
    if (assumptions.lastYear() < assumptions.firstYear()
        || assumptions.lastYear() - assumptions.firstYear() >= LONGEST) {
      breaches.add(
          new Violation(
              "/assumptions/lastYear",
              "A forecast runs forward, over at most " + LONGEST + " years."));
    }
    rateBreaches(assumptions.rates(), "/assumptions/rates", breaches);
    adjustmentBreaches(
        adjustments, areas, assumptions.rates(), "/assumptions/adjustments", breaches);
    if (assumptions.capacity() != null) {
      volumeBreaches(assumptions.capacity(), areas, "/assumptions/capacity", breaches);
    }
    if (assumptions.contracted() != null) {
      volumeBreaches(assumptions.contracted(), areas, "/assumptions/contracted", breaches);
    }
    return breaches;
  }

  private static void rateBreaches(
      List<UsageRate> rates, String pointer, List<Violation> breaches) {
    Set<String> bands = new HashSet<>();
    for (int i = 0; i < rates.size(); i++) {
      if (!bands.add(rates.get(i).ageBand())) {
        breaches.add(
            new Violation(
                pointer + "/" + i + "/ageBand", rates.get(i).ageBand() + " is given twice."));
      }
    }
  }

  private static void adjustmentBreaches(
      List<Adjustment> adjustments,
      List<String> areas,
      List<UsageRate> rates,
      String pointer,
      List<Violation> breaches) {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < adjustments.size(); i++) {
      Adjustment each = adjustments.get(i);
      String at = pointer + "/" + i;
      if (!codes.add(each.code())) {
        breaches.add(new Violation(at + "/code", each.code() + " is given twice."));
      }
      if ((each.percent() == null) == (each.units() == null)) {
        breaches.add(new Violation(at, "State either percent or units."));
      }
      if (each.units() != null && (each.area() == null || each.ageBand() != null)) {
        breaches.add(new Violation(at, "Units are of one area, and of no age band."));
      }
      if (each.area() != null && !areas.contains(each.area())) {
        breaches.add(new Violation(at + "/area", each.area() + " is not an area of the forecast."));
      }
      if (each.ageBand() != null
          && rates.stream().noneMatch(rate -> rate.ageBand().equals(each.ageBand()))) {
        breaches.add(
            new Violation(
                at + "/ageBand",
                each.ageBand() + " is the age band of no rate; the adjustment would do nothing."));
      }
      if (each.to() != null && each.to().isBefore(each.from())) {
        breaches.add(new Violation(at + "/to", "The last day lies before the first."));
      }
    }
  }

  private static void volumeBreaches(
      List<AreaVolume> volumes, List<String> areas, String pointer, List<Violation> breaches) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < volumes.size(); i++) {
      String area = volumes.get(i).area();
      if (!areas.contains(area)) {
        breaches.add(
            new Violation(pointer + "/" + i + "/area", area + " is not an area of the forecast."));
      } else if (!seen.add(area)) {
        breaches.add(new Violation(pointer + "/" + i + "/area", area + " is given twice."));
      }
    }
  }

  private static void refuse(List<Violation> breaches) {
    if (!breaches.isEmpty()) {
      throw new RuleViolation("FORECAST_BROKEN", breaches);
    }
  }

  /** Beds are registered; of people and hours there is at least what ran at once. */
  private List<AreaVolume> capacity(DemandForecast forecast, List<String> areas) {
    LocalDate today = LocalDate.now(clock);
    if (forecast.unit() != VolumeUnit.BEDS) {
      return shown(forecast, areas, today);
    }
    if (forecast.careTypes().isEmpty()) {
      return List.of();
    }
    return areas.stream()
        .map(area -> beds(area, forecast.careTypes(), capacities.on(today, area, null), today))
        .toList();
  }

  /**
   * Nobody publishes how many hours or people providers have room for. What they gave at one time
   * within the last year they can give: a lower bound (decision 46).
   */
  private List<AreaVolume> shown(DemandForecast forecast, List<String> areas, LocalDate today) {
    List<LocalDate> days = new ArrayList<>(List.of(today));
    for (int back = 1; back <= MONTHS_SHOWN; back++) {
      days.add(YearMonth.from(today).minusMonths(back).atEndOfMonth());
    }
    boolean hours = forecast.unit() == VolumeUnit.HOURS_PER_WEEK;
    return terms
        .mostAtOnce(forecast.authority(), forecast.serviceType(), areas, hours, days)
        .stream()
        .map(
            peak ->
                new AreaVolume(
                    peak.area(),
                    peak.units(),
                    "At least: %d placements and agreements ran on %s, the most at once of today and the last %d month ends"
                        .formatted(peak.counted(), peak.day(), MONTHS_SHOWN)))
        .toList();
  }

  private static AreaVolume beds(
      String area, List<CareType> types, List<Capacities.Capacity> held, LocalDate day) {
    List<Capacities.Capacity> wanted =
        held.stream().filter(each -> types.contains(each.careType())).toList();
    long unknown = wanted.stream().mapToLong(Capacities.Capacity::withoutBeds).sum();
    return new AreaVolume(
        area,
        BigDecimal.valueOf(wanted.stream().mapToLong(Capacities.Capacity::beds).sum()),
        "Registered beds of %d open homes on %s%s"
            .formatted(
                wanted.stream().mapToLong(Capacities.Capacity::locations).sum(),
                day,
                unknown == 0 ? "" : "; of " + unknown + " the beds are not known"));
  }

  private List<AreaVolume> contracted(DemandForecast forecast, List<String> areas) {
    LocalDate today = LocalDate.now(clock);
    return areas.stream()
        .map(
            area -> {
              List<BoughtCare> bought =
                  terms.running(forecast.authority(), forecast.serviceType(), area, today);
              return new AreaVolume(
                  area,
                  bought.stream()
                      .map(each -> units(each, forecast.unit()))
                      .filter(java.util.Objects::nonNull)
                      .reduce(BigDecimal.ZERO, BigDecimal::add),
                  "%d placements and agreements that run on %s".formatted(bought.size(), today));
            })
        .toList();
  }

  private static @Nullable BigDecimal units(BoughtCare bought, VolumeUnit unit) {
    return unit == VolumeUnit.HOURS_PER_WEEK ? bought.hoursPerWeek() : bought.places();
  }
}
