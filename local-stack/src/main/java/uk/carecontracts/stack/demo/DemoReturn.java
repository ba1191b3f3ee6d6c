package uk.carecontracts.stack.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The return of one period.
 *
 * @param plan the plan that asks for it
 * @param period the period
 * @param position its place among the periods that are over, from 0
 */
record DemoReturn(MonitoredPlan plan, MonitoredPlan.Period period, int position) {

  /** The same in every run. */
  String name() {
    return "return:" + plan.contract().reference() + ":" + period.start();
  }

  /** What becomes of it. */
  Fate fate() {
    int age = plan.periods().size() - 1 - position;
    return Fate.of(plan.contract().reference(), period.start(), age, plan.trend());
  }

  /** The return as first handed in. */
  Map<String, Object> draft() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("planId", plan.id());
    body.put("periodStart", period.start().toString());
    body.put("periodEnd", period.end().toString());
    body.putAll(content());
    body.put("submit", true);
    return body;
  }

  /** What it reports. */
  Map<String, Object> content() {
    String reference = plan.contract().reference();
    int earlier = MonitoredPlan.PERIODS - plan.periods().size();
    double progress = (earlier + position) / (MonitoredPlan.PERIODS - 1.0);
    return Map.of(
        "observations",
        ReturnGenerator.observations(
            reference, plan.trend(), plan.indicators(), period.start(), progress),
        "minutesSpent",
        ReturnGenerator.minutes(reference, period.start()));
  }

  /** Why it is sent back, where it is. */
  List<String> reasons() {
    return List.of(
        "The number of people asked does not agree with the number of people supported.",
        "Please confirm the figure for staff who left and say why it moved.");
  }
}
