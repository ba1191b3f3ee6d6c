package uk.carecontracts.providers.fitness;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import uk.carecontracts.kit.csv.CsvTable;

/** Accreditations and suspensions as tables. */
final class FitnessCsv {

  private FitnessCsv() {}

  static String accreditations(List<ListedAccreditation> rows) {
    CsvTable table =
        new CsvTable(
            "id",
            "providerId",
            "provider",
            "serviceType",
            "level",
            "validFrom",
            "expiresOn",
            "reviewOn",
            "status",
            "endedOn",
            "reviewer",
            "grantedBy",
            "evidence");
    for (ListedAccreditation row : rows) {
      AccreditationState a = row.accreditation();
      table.line(
          a.id(),
          a.providerId(),
          row.providerName(),
          a.serviceType(),
          a.level(),
          a.validFrom(),
          a.expiresOn(),
          a.reviewOn(),
          a.status(),
          a.endedOn(),
          a.reviewer(),
          a.grantedBy(),
          a.evidence().stream().map(Evidence::title).collect(Collectors.joining("; ")));
    }
    return table.text();
  }

  /** A suspension without service is for every one: its cell says ALL. */
  static String suspensions(List<ListedSuspension> rows) {
    CsvTable table =
        new CsvTable(
            "id",
            "providerId",
            "provider",
            "serviceType",
            "startsOn",
            "endsOn",
            "status",
            "liftedOn",
            "reason",
            "replyBy",
            "repliedAt",
            "reply");
    for (ListedSuspension row : rows) {
      SuspensionState s = row.suspension();
      table.line(
          s.id(),
          s.providerId(),
          row.providerName(),
          Objects.requireNonNullElse(s.serviceType(), "ALL"),
          s.startsOn(),
          s.endsOn(),
          s.status(),
          s.liftedOn(),
          s.reason(),
          s.replyBy(),
          s.repliedAt(),
          s.reply());
    }
    return table.text();
  }
}
