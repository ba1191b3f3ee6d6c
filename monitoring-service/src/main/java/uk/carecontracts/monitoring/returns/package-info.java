/** Returns: what providers report for a period, from draft to approval. */
@NullMarked
package uk.carecontracts.monitoring.returns;

import org.jspecify.annotations.NullMarked;
