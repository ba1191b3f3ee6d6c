/** Homecare visits as planned and as made, with monthly figures kept as visits come in. */
@NullMarked
package uk.carecontracts.monitoring.visits;

import org.jspecify.annotations.NullMarked;
