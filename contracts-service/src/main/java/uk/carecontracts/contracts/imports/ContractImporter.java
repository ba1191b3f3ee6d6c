package uk.carecontracts.contracts.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.contracts.register.Contracts;
import uk.carecontracts.kit.imports.RowOutcome;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.json.StoredJson;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/** Brings entries of other systems into an authority's register, a batch at a time. */
@ApplicationScoped
public class ContractImporter {
  private final Contracts contracts;
  private final ContractSources sources;
  private final ContractRegister register;
  private final Journal journal;
  private final StoredJson json;
  private final Clock clock;

  ContractImporter(
      Contracts contracts,
      ContractSources sources,
      ContractRegister register,
      Journal journal,
      StoredJson json,
      Clock clock) {
    this.contracts = contracts;
    this.sources = sources;
    this.register = register;
    this.journal = journal;
    this.json = json;
    this.clock = clock;
  }

  /** Applies entries in their order and says what became of each. */
  List<RowOutcome> apply(String authority, List<ImportedContract> rows) {
    ImportBatch batch =
        new ImportBatch(authority, rows, contracts, sources, register, journal, clock);
    List<RowOutcome> outcomes = rows.stream().map(row -> outcome(batch, row)).toList();
    batch.finish();
    return outcomes;
  }

  private RowOutcome outcome(ImportBatch batch, ImportedContract row) {
    try {
      String content = json.write(row);
      return batch.take(row, content, hash(row), kept -> json.read(kept, ImportedContract.class));
    } catch (RuleViolation e) {
      Violation first = e.violations().get(0);
      return RowOutcome.rejected(first.pointer(), String.valueOf(e.getMessage()));
    }
  }

  /** The moment of saying is not part of what is said. */
  private String hash(ImportedContract row) {
    try {
      byte[] text = json.write(row.undated()).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
