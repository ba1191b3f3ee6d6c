package uk.carecontracts.contracts.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.forwardplan.PlanRecord;
import uk.carecontracts.contracts.forwardplan.PlannedContract;

/**
 * A contract that ends.
 *
 * @param contract what it is
 * @param end its last day
 * @param record what its authority said of what follows
 * @param lots titles of the lots it has today
 * @param updatedAt when the contract last changed
 */
record Ending(
    PlannedContract contract,
    LocalDate end,
    @Nullable PlanRecord record,
    List<String> lots,
    Instant updatedAt) {}
