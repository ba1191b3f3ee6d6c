/** How good the returns are and what they cost to collect: which questions to stop asking. */
@NullMarked
package uk.carecontracts.monitoring.dataquality;

import org.jspecify.annotations.NullMarked;
