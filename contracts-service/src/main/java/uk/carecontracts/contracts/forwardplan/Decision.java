package uk.carecontracts.contracts.forwardplan;

import java.time.LocalDate;
import uk.carecontracts.contracts.options.DecisionKind;

/**
 * A decision about a contract that is due.
 *
 * @param kind what is decided
 * @param day the last day for it
 */
public record Decision(DecisionKind kind, LocalDate day) {}
