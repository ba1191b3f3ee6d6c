package uk.carecontracts.providers.register;

import java.util.List;
import java.util.stream.Collectors;
import uk.carecontracts.kit.csv.CsvTable;

/** Providers as a table. */
final class ProviderCsv {

  private ProviderCsv() {}

  static String of(List<ProviderState> providers) {
    CsvTable table =
        new CsvTable(
            "id",
            "legalName",
            "tradingNames",
            "kind",
            "sme",
            "vcse",
            "identifiers",
            "postcode",
            "ultimateOwner",
            "brand",
            "areas",
            "status");
    for (ProviderState p : providers) {
      table.line(
          p.id(),
          p.legalName(),
          String.join("; ", p.tradingNames()),
          p.kind(),
          p.sme(),
          p.vcse(),
          p.identifiers().stream()
              .map(identifier -> identifier.scheme() + ":" + identifier.id())
              .collect(Collectors.joining("; ")),
          p.postcode(),
          p.ultimateOwner(),
          p.brand(),
          String.join("; ", p.areas()),
          p.status());
    }
    return table.text();
  }
}
