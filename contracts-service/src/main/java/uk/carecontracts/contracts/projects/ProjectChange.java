package uk.carecontracts.contracts.projects;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.projects.Project.Decision;

/** The parts of a project that a verb changes, while it changes them. */
final class ProjectChange {
  Stage stage;
  List<ChecklistItem> items;
  @Nullable OptionsAppraisal appraisal;
  List<Risk> risks;
  List<Decision> decisions;
  @Nullable UUID contractId;
  @Nullable LocalDate closedOn;
  @Nullable Announcement announcement;

  ProjectChange(Project project) {
    stage = project.stage();
    items = project.items();
    appraisal = project.appraisal();
    risks = project.risks();
    decisions = project.decisions();
    contractId = project.contractId();
    closedOn = project.closedOn();
    announcement = project.announcement();
  }

  void decide(Decision.Kind kind, String what, String why, String by, LocalDate on) {
    List<Decision> all = new ArrayList<>(decisions);
    all.add(new Decision(kind, stage, what, why, by, on));
    decisions = List.copyOf(all);
  }
}
