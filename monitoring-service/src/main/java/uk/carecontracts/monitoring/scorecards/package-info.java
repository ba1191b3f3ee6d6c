/** Scorecards: how indicators, outcomes and contracts stand against what was agreed. */
@NullMarked
package uk.carecontracts.monitoring.scorecards;

import org.jspecify.annotations.NullMarked;
