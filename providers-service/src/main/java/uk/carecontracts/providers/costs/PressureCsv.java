package uk.carecontracts.providers.costs;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/** A pressure analysis as a table, a row for each contract. */
final class PressureCsv {

  private PressureCsv() {}

  static String of(PressureForms.Answer answer) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
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
          csv.writeRecord(
              safe(provider.provider()),
              provider.providerId().toString(),
              provider.serviceType(),
              shown(provider.unitCostBefore()),
              shown(provider.unitCostAfter()),
              provider.pressurePercent().toPlainString(),
              contract.contractId().toString(),
              safe(Objects.toString(contract.reference(), "")),
              safe(contract.title()),
              shown(contract.annualValue()),
              shown(contract.pressure()));
        }
      }
      for (PressureForms.Uncovered contract : answer.withoutModel()) {
        csv.writeRecord(
            safe(Objects.toString(contract.provider(), "")),
            Objects.toString(contract.providerId(), ""),
            Objects.toString(contract.serviceType(), ""),
            "",
            "",
            "",
            contract.contractId().toString(),
            safe(Objects.toString(contract.reference(), "")),
            safe(contract.title()),
            shown(contract.annualValue()),
            "");
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static String shown(@Nullable Money money) {
    return money == null ? "" : money.amount().toPlainString();
  }

  /** A spreadsheet would run a text that begins like a formula. */
  private static String safe(String text) {
    return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
  }
}
