/** How much care people will need, against what there is and what is contracted. */
@NullMarked
package uk.carecontracts.providers.demand;

import org.jspecify.annotations.NullMarked;
