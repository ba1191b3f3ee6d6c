package uk.carecontracts.providers.innovation;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.CsvLists;
import uk.carecontracts.providers.register.ProviderNames.Named;

/** Proposals as a table, a line for each with its business case, award and result in short. */
final class ProposalCsv {
  static final CsvLists.Sheet<Named<ProposalState>> SHEET =
      new CsvLists.Sheet<>(
          "innovation-proposals",
          List.of(
              "id",
              "providerId",
              "providerName",
              "kind",
              "title",
              "status",
              "submittedBy",
              "submittedAt",
              "investment",
              "netSaving",
              "paybackYears",
              "netBenefit",
              "awarded",
              "pilotStartsOn",
              "pilotEndsOn",
              "conclusion",
              "saved",
              "stillToRepay",
              "description"),
          named -> named.row().id(),
          ProposalCsv::cells);

  private ProposalCsv() {}

  private static List<@Nullable Object> cells(Named<ProposalState> named) {
    ProposalState proposal = named.row();
    ProposalStory.Case reckoned = proposal.businessCase();
    ProposalStory.Award award = proposal.award();
    ProposalStory.Pilot pilot = proposal.pilot();
    ProposalStory.Result result = proposal.result();
    return Arrays.asList(
        proposal.id(),
        proposal.providerId(),
        named.providerName(),
        proposal.kind(),
        proposal.title(),
        proposal.status(),
        proposal.submittedBy(),
        proposal.submittedAt(),
        reckoned == null ? null : reckoned.investment(),
        reckoned == null ? null : reckoned.netSaving(),
        reckoned == null ? null : reckoned.paybackYears(),
        reckoned == null ? null : reckoned.netBenefit(),
        award == null ? null : award.amount(),
        pilot == null ? null : pilot.startsOn(),
        pilot == null ? null : pilot.endsOn(),
        result == null ? null : result.conclusion(),
        proposal.saved(),
        proposal.stillToRepay(),
        proposal.description());
  }
}
