package uk.carecontracts.monitoring.visits;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.ImportContext;
import uk.carecontracts.kit.imports.ImportFormat;
import uk.carecontracts.kit.imports.RowOutcome;

/** What the layouts of visit files have in common: everything but how a row is written. */
abstract class VisitFormat implements ImportFormat<VisitReport> {
  /** The resource visits are imported through. */
  static final String COLLECTION = "visit-imports";

  /** The parameter that narrows an import to one provider's visits. */
  static final String PROVIDER = "providerId";

  private static final int BATCH = 40_000;

  private final VisitIntake intake;

  VisitFormat(VisitIntake intake) {
    this.intake = intake;
  }

  @Override
  public String collection() {
    return COLLECTION;
  }

  /** Large, because a set is merged at hardly more cost than a row. */
  @Override
  public int batchSize() {
    return BATCH;
  }

  @Override
  public List<RowOutcome> apply(List<VisitReport> rows, ImportContext context) {
    @Nullable String provider = context.parameter(PROVIDER);
    return intake.take(
        context.authority(), rows, provider == null ? null : UUID.fromString(provider));
  }

  /** Says once for each contract and month what the file changed. */
  @Override
  public void conclude(ImportContext context) {
    intake.announce(context.authority());
  }
}
