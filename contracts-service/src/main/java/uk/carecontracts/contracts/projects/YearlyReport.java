package uk.carecontracts.contracts.projects;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What was decided in projects in a financial year, as contract procedure rules ask to be reported.
 *
 * @param financialYear such as 2026-27
 * @param from its first day
 * @param to its last day
 * @param decisionsByKind how many of each kind
 * @param waivers everything left out, with the reasons
 * @param serviceUsersLeftOut the same where it was about people who use the service
 * @param decisions every decision, by day
 */
public record YearlyReport(
    String financialYear,
    LocalDate from,
    LocalDate to,
    Map<String, Integer> decisionsByKind,
    List<Line> waivers,
    List<Line> serviceUsersLeftOut,
    List<Line> decisions) {
  /** A decision and the project it was taken in. */
  public record Line(UUID projectId, String project, Project.Decision decision) {}

  static YearlyReport of(String year, LocalDate from, LocalDate to, List<Project> projects) {
    List<Line> lines =
        projects.stream()
            .flatMap(
                project ->
                    project.decisions().stream()
                        .filter(each -> !each.on().isBefore(from) && !each.on().isAfter(to))
                        .map(each -> new Line(project.id(), project.terms().title(), each)))
            .sorted(Comparator.comparing(line -> line.decision().on()))
            .toList();
    Map<String, Integer> kinds = new TreeMap<>();
    lines.forEach(line -> kinds.merge(line.decision().kind().name(), 1, Integer::sum));
    return new YearlyReport(
        year,
        from,
        to,
        kinds,
        of(lines, Project.Decision.Kind.WAIVER),
        of(lines, Project.Decision.Kind.SERVICE_USERS_LEFT_OUT),
        lines);
  }

  private static List<Line> of(List<Line> lines, Project.Decision.Kind kind) {
    return lines.stream().filter(line -> line.decision().kind() == kind).toList();
  }
}
