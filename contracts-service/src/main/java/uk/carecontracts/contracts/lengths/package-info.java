/** How long contracts should run: weighed factors for long and for short, and the decision. */
@NullMarked
package uk.carecontracts.contracts.lengths;

import org.jspecify.annotations.NullMarked;
