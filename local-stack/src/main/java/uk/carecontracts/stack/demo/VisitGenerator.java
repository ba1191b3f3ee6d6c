package uk.carecontracts.stack.demo;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Makes homecare visits that go as their provider's returns do: invented people, invented carers.
 */
final class VisitGenerator {
  /** The columns, as the intake names them. */
  static final String HEADER =
      "visitId,contractReference,person,carers,plannedStart,plannedMinutes,actualStart,actualEnd,"
          + "status,preferenceMet,recordedAt\n";

  private static final int PEOPLE = 30;
  private static final int CARERS = 14;
  private static final int CARERS_OF_A_PERSON = 4;
  private static final int FIRST_HOUR = 7;
  private static final int HOURS = 14;

  private VisitGenerator() {}

  /**
   * Writes visits of a contract, spread evenly over some days; the same for the same contract.
   *
   * @param out where the lines go
   * @param plan the contract
   * @param first the first day
   * @param days how many days
   * @param visits how many visits
   */
  static void write(Writer out, MonitoredPlan plan, LocalDate first, int days, int visits)
      throws IOException {
    String reference = plan.contract().reference();
    Random chance = Seed.of(reference, "visits");
    for (int visit = 0; visit < visits; visit++) {
      int day = (int) ((long) visit * days / visits);
      double distance = plan.trend().distance((double) day / days);
      out.write(line(reference, visit, first.plusDays(day), distance, chance));
    }
  }

  private static String line(
      String reference, int visit, LocalDate day, double distance, Random chance) {
    int person = chance.nextInt(PEOPLE);
    int carer = (person + chance.nextInt(CARERS_OF_A_PERSON)) % CARERS;
    int planned = (FIRST_HOUR + chance.nextInt(HOURS)) * 60 + 15 * chance.nextInt(4);
    int minutes = List.of(15, 30, 30, 45, 60).get(chance.nextInt(5));
    double missed = Math.max(0.001, 0.005 - 0.005 * distance);
    double fate = chance.nextDouble();
    String begin =
        "%s-%d,%s,%s-P%d,%s-C%d,%sT%s,%d,"
            .formatted(
                reference,
                visit,
                reference,
                reference,
                person,
                reference,
                carer,
                day,
                time(planned),
                minutes);
    if (fate < missed) {
      return begin + ",,MISSED,,\n";
    }
    if (fate < missed + 0.02) {
      return begin + ",,CANCELLED,,\n";
    }
    if (fate < missed + 0.025) {
      return begin + day + "T" + time(planned + 5) + ",,FRUSTRATED,,\n";
    }
    int late = (int) Math.round(4 - 2 * distance + 6 * chance.nextGaussian());
    int lasted = Math.max(5, (int) Math.round(minutes * (0.97 + 0.08 * chance.nextGaussian())));
    int start = Math.max(0, planned + late);
    return begin
        + day
        + "T"
        + time(start)
        + ","
        + day
        + "T"
        + time(start + lasted)
        + ",DELIVERED,"
        + (chance.nextInt(3) == 0 ? "" : chance.nextInt(10) < 8)
        + ",\n";
  }

  private static String time(int minutes) {
    return "%02d:%02d".formatted(minutes / 60 % 24, minutes % 60);
  }
}
