package uk.carecontracts.providers.register;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Providers as a table. */
final class ProviderCsv {

  private ProviderCsv() {}

  static String of(List<ProviderState> providers) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
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
        csv.writeRecord(
            p.id().toString(),
            safe(p.legalName()),
            safe(String.join("; ", p.tradingNames())),
            shown(p.kind()),
            shown(p.sme()),
            shown(p.vcse()),
            p.identifiers().stream()
                .map(identifier -> identifier.scheme() + ":" + identifier.id())
                .collect(Collectors.joining("; ")),
            shown(p.postcode()),
            safe(shown(p.ultimateOwner())),
            safe(shown(p.brand())),
            String.join("; ", p.areas()),
            p.status().name());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static String shown(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  /** A spreadsheet would run a text that begins like a formula. */
  private static String safe(String text) {
    return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
  }
}
