package uk.carecontracts.providers.directories;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.ImportContext;
import uk.carecontracts.kit.imports.ImportFormat;
import uk.carecontracts.kit.imports.ImportRows;
import uk.carecontracts.kit.imports.RowOutcome;
import uk.carecontracts.providers.authorities.AreaNames;
import uk.carecontracts.providers.directories.Cells.BadLine;
import uk.carecontracts.providers.directories.Cells.OutOfScope;
import uk.carecontracts.providers.locations.RegisterDesk;
import uk.carecontracts.providers.locations.RegisterEntry;
import uk.carecontracts.providers.ratings.Regulator;

/**
 * A dated directory of a regulator: each line is a location with the register's number. What an
 * earlier or later directory lists and this one does not was closed in between. A directory that
 * lists locations in more than a hundred council areas is taken for the whole country: then a
 * location whose area has since been reorganised is missed too.
 */
abstract class DirectoryFormat implements ImportFormat<RegisterEntry> {

  /** The parameter that dates the file. */
  static final String SNAPSHOT_DATE = "snapshotDate";

  /** The parameter that names the sheet of a spreadsheet. */
  static final String SHEET = "sheet";

  private static final int AREAS_OF_A_NATIONAL_FILE = 100;
  private static final String ENGLAND = "ENGLAND";

  private final String name;
  private final Regulator register;
  private final Set<String> header;
  private final RegisterDesk desk;
  private final AreaNames areas;
  private volatile @Nullable DirectoryRows lastRead;

  DirectoryFormat(
      String name, Regulator register, Set<String> header, RegisterDesk desk, AreaNames areas) {
    this.name = name;
    this.register = register;
    this.header = header;
    this.desk = desk;
    this.areas = areas;
  }

  /** Reads one line. */
  abstract RegisterEntry entry(Cells cells, AreaNames.Lookup councils, LocalDate date)
      throws BadLine, OutOfScope;

  @Override
  public final String collection() {
    return "provider-imports";
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final int batchSize() {
    return 200;
  }

  @Override
  public final ImportRows<RegisterEntry> open(InputStream file, ImportContext context) {
    DirectoryTable table = DirectoryTable.open(file, header, context.parameter(SHEET));
    DirectoryRows rows = new DirectoryRows(context.jobId(), table, reader(context));
    lastRead = rows;
    return rows;
  }

  private DirectoryRows.Reader reader(ImportContext context) {
    AreaNames.Lookup councils = areas.lookup();
    LocalDate date = date(context);
    return cells -> entry(cells, councils, date);
  }

  @Override
  public final List<RowOutcome> apply(List<RegisterEntry> rows, ImportContext context) {
    return desk.take(document(context), rows);
  }

  @Override
  public final void conclude(ImportContext context) {
    DirectoryRows read = lastRead;
    if (read == null || !read.job().equals(context.jobId())) {
      throw new IllegalStateException("Import " + context.jobId() + " was not read in this run");
    }
    desk.conclude(document(context), register, read.listed(), scope(read), read.readable());
  }

  private static Set<String> scope(DirectoryRows read) {
    return read.areas().size() > AREAS_OF_A_NATIONAL_FILE ? Set.of(ENGLAND) : read.areas();
  }

  private RegisterDesk.Document document(ImportContext context) {
    LocalDate date = date(context);
    return new RegisterDesk.Document(context.authority(), name + " of " + date, date, true);
  }

  private static LocalDate date(ImportContext context) {
    return LocalDate.parse(Objects.requireNonNull(context.parameter(SNAPSHOT_DATE)));
  }

  /** The council's code, by the name that a directory gives. */
  static String area(Cells cells, AreaNames.Lookup councils, LocalDate date, String... columns)
      throws BadLine {
    String council = cells.required("local authority", columns);
    return councils
        .code(council, date)
        .orElseThrow(
            () -> new BadLine("local authority", "There is no council called " + council + "."));
  }

  /** For subclasses that need a map of fixed wordings. */
  static <T> @Nullable T byWording(Map<String, T> wordings, String text) {
    return wordings.get(DirectoryTable.column(text));
  }
}
