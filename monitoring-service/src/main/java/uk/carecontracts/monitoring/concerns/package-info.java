/** Worries about quality or safeguarding, from the day they are raised to what came of them. */
@NullMarked
package uk.carecontracts.monitoring.concerns;

import org.jspecify.annotations.NullMarked;
