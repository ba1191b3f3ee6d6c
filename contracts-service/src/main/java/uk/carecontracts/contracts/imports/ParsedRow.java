package uk.carecontracts.contracts.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.ImportRow;

/**
 * One entry of an import file: a contract, or the faults for which it cannot be one.
 *
 * @param number position in the file, from 1
 * @param contract null when there are faults
 * @param faults why it cannot become a register entry
 */
public record ParsedRow(int number, @Nullable ImportedContract contract, List<Fault> faults) {

  /** Copies the faults. */
  public ParsedRow {
    faults = List.copyOf(faults);
  }

  /** An entry that can be registered. */
  public static ParsedRow of(int number, ImportedContract contract) {
    return new ParsedRow(number, contract, List.of());
  }

  /** An entry that cannot. */
  public static ParsedRow refused(int number, List<Fault> faults) {
    return new ParsedRow(number, null, faults);
  }

  /** The row as the import desk takes it; the first fault's place, with every reason. */
  ImportRow<ImportedContract> toImportRow() {
    return contract == null
        ? ImportRow.malformed(
            number,
            faults.get(0).pointer(),
            String.join(" ", faults.stream().map(Fault::message).toList()))
        : ImportRow.of(number, contract);
  }

  /**
   * What is wrong with an entry.
   *
   * @param pointer JSON pointer inside the entry
   * @param message for a person
   */
  public record Fault(String pointer, String message) {}
}
