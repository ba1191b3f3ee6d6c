package uk.carecontracts.providers.directories;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import uk.carecontracts.kit.imports.ImportRow;
import uk.carecontracts.kit.imports.ImportRows;
import uk.carecontracts.providers.directories.Cells.BadLine;
import uk.carecontracts.providers.directories.Cells.OutOfScope;
import uk.carecontracts.providers.locations.RegisterEntry;

/**
 * The entries of a directory, read line by line. What the file says as a whole is kept until it is
 * concluded: each run of an import reads all of it.
 */
final class DirectoryRows implements ImportRows<RegisterEntry> {

  private final UUID job;
  private final DirectoryTable table;
  private final Reader reader;
  private final Set<String> listed = new HashSet<>();
  private final Set<String> areas = new TreeSet<>();
  private boolean readable = true;

  /** Makes an entry of a line. */
  interface Reader {
    RegisterEntry entry(Cells cells) throws BadLine, OutOfScope;
  }

  DirectoryRows(UUID job, DirectoryTable table, Reader reader) {
    this.job = job;
    this.table = table;
    this.reader = reader;
  }

  @Override
  public boolean hasNext() {
    return table.hasNext();
  }

  @Override
  public ImportRow<RegisterEntry> next() {
    DirectoryTable.Line line = table.next();
    try {
      if (!line.complaint().isEmpty()) {
        throw new BadLine("", line.complaint());
      }
      RegisterEntry entry = reader.entry(new Cells(line.cells()));
      if (!listed.add(entry.registerId())) {
        throw new BadLine("", entry.registerId() + " stands on an earlier line.");
      }
      areas.add(entry.area());
      return ImportRow.of(line.number(), entry);
    } catch (BadLine bad) {
      readable = false;
      return ImportRow.malformed(
          line.number(), bad.column().isEmpty() ? null : bad.column(), bad.getMessage());
    } catch (OutOfScope other) {
      return ImportRow.malformed(line.number(), null, other.getMessage());
    }
  }

  /** The import that reads it. */
  UUID job() {
    return job;
  }

  /** Numbers of the register on the lines read. */
  Set<String> listed() {
    return listed;
  }

  /** Codes of the councils on the lines read. */
  Set<String> areas() {
    return Set.copyOf(areas);
  }

  /** Whether no line read was damaged. */
  boolean readable() {
    return readable;
  }

  @Override
  public void close() {
    table.close();
  }
}
