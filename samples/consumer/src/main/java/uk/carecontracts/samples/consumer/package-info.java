/** A consumer of contract events to copy from: it knows nothing of this product but its topics. */
@NullMarked
package uk.carecontracts.samples.consumer;

import org.jspecify.annotations.NullMarked;
