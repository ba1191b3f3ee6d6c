/** Tests of the sample, without a broker. */
@NullMarked
package uk.carecontracts.samples.consumer;

import org.jspecify.annotations.NullMarked;
