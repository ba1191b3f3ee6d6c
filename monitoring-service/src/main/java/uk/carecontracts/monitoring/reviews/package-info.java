/** Contract reviews: an agenda out of the data, and the pack that goes with it. */
@NullMarked
package uk.carecontracts.monitoring.reviews;

import org.jspecify.annotations.NullMarked;
