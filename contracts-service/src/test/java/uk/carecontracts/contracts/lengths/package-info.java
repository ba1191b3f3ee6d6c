/** Contract lengths are weighed and decided. */
@NullMarked
package uk.carecontracts.contracts.lengths;

import org.jspecify.annotations.NullMarked;
