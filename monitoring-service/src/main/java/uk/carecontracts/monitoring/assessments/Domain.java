package uk.carecontracts.monitoring.assessments;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.plans.Assurance;
import uk.carecontracts.monitoring.providers.RegulatorRating;

/**
 * A domain of standards.
 *
 * @param code its code
 * @param title the domain in words
 * @param keyQuestions the regulator's key questions that cover it
 */
record Domain(String code, String title, List<String> keyQuestions) {

  /**
   * Whether inspections can be relied on instead of asking again: every open location must have
   * been inspected recently enough, and each key question that covers the domain rated Good or
   * better.
   *
   * @param months how long a report is relied on
   */
  Assurance assurance(List<Inspection> inspections, LocalDate today, int months) {
    if (inspections.isEmpty()) {
      return asked("No inspection of the provider's locations is known");
    }
    LocalDate until = null;
    for (Inspection inspection : inspections) {
      String objection = objection(inspection, today, months);
      if (objection != null) {
        return asked(objection);
      }
      LocalDate end = lastDay(inspection, months);
      until = until == null || (end != null && end.isBefore(until)) ? end : until;
    }
    return new Assurance(code, title, true, reason(inspections, months), until);
  }

  private static @Nullable LocalDate lastDay(Inspection inspection, int months) {
    LocalDate report = inspection.reportDate();
    return report == null ? null : report.plusMonths(months);
  }

  private @Nullable String objection(Inspection inspection, LocalDate today, int months) {
    LocalDate last = lastDay(inspection, months);
    if (last == null) {
      return inspection.location() + " has not been inspected";
    }
    if (last.isBefore(today)) {
      return "The report on %s of %s is older than %d months"
          .formatted(inspection.location(), inspection.reportDate(), months);
    }
    for (String question : keyQuestions) {
      RegulatorRating rating = inspection.keyQuestions().get(question);
      if (rating == null) {
        return "%s was not rated for '%s'".formatted(inspection.location(), question);
      }
      if (rating.worseThan(RegulatorRating.GOOD)) {
        return "%s was rated %s for '%s' on %s"
            .formatted(inspection.location(), rating, question, inspection.reportDate());
      }
    }
    return null;
  }

  private String reason(List<Inspection> inspections, int months) {
    List<String> parts =
        inspections.stream()
            .map(each -> "%s (%s)".formatted(each.location(), each.reportDate()))
            .toList();
    return "The regulator rated %s Good or better within the last %d months at %s"
        .formatted(String.join(" and ", keyQuestions), months, String.join(", ", parts));
  }

  private Assurance asked(String why) {
    return new Assurance(code, title, false, why, null);
  }
}
