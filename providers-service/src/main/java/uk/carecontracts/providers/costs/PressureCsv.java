package uk.carecontracts.providers.costs;

import uk.carecontracts.kit.csv.CsvTable;

/** A pressure analysis as a table, a row for each contract. */
final class PressureCsv {

  private PressureCsv() {}

  static String of(PressureForms.Answer answer) {
    CsvTable table =
        new CsvTable(
            "provider",
            "providerId",
            "serviceType",
            "unitCostBefore",
            "unitCostAfter",
            "pressurePercent",
            "contractId",
            "reference",
            "title",
            "annualValue",
            "pressure");
    for (PressureForms.ProviderPressure provider : answer.providers()) {
      for (PressureForms.ContractPressure contract : provider.contracts()) {
        table.line(
            provider.provider(),
            provider.providerId(),
            provider.serviceType(),
            provider.unitCostBefore(),
            provider.unitCostAfter(),
            provider.pressurePercent(),
            contract.contractId(),
            contract.reference(),
            contract.title(),
            contract.annualValue(),
            contract.pressure());
      }
    }
    for (PressureForms.Uncovered contract : answer.withoutModel()) {
      table.line(
          contract.provider(),
          contract.providerId(),
          contract.serviceType(),
          null,
          null,
          null,
          contract.contractId(),
          contract.reference(),
          contract.title(),
          contract.annualValue(),
          null);
    }
    return table.text();
  }
}
