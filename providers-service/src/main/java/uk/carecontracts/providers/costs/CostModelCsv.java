package uk.carecontracts.providers.costs;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.CsvLists;
import uk.carecontracts.providers.register.ProviderNames.Named;

/** Cost models as a table, a line for each model with what its unit costs. */
final class CostModelCsv {
  static final CsvLists.Sheet<Named<CostModelState>> SHEET =
      new CsvLists.Sheet<>(
          "cost-models",
          List.of(
              "id",
              "providerId",
              "providerName",
              "serviceType",
              "lineSet",
              "variant",
              "basis",
              "unit",
              "unitCost",
              "currency",
              "wagePercent",
              "livingWagePercent",
              "annualUnits",
              "pricesAsOf",
              "status",
              "submittedAt",
              "submittedByProvider",
              "decidedBy",
              "decidedOn",
              "acceptedOn",
              "endedOn",
              "reason",
              "source"),
          named -> named.row().id(),
          CostModelCsv::cells);

  private CostModelCsv() {}

  private static List<@Nullable Object> cells(Named<CostModelState> named) {
    CostModelState model = named.row();
    CostBreakdown costs = model.breakdown();
    return Arrays.asList(
        model.id(),
        model.providerId(),
        named.providerName(),
        model.serviceType(),
        model.lineSet(),
        model.variant(),
        model.basis(),
        costs.unit(),
        costs.unitCost(),
        model.currency(),
        costs.wagePercent(),
        costs.livingWagePercent(),
        model.annualUnits(),
        model.pricesAsOf(),
        model.status(),
        model.submittedAt(),
        model.submittedByProvider(),
        model.decidedBy(),
        model.decidedOn(),
        model.acceptedOn(),
        model.endedOn(),
        model.reason(),
        model.source());
  }
}
