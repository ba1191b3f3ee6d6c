/** Tests of the public pipeline. */
@NullMarked
package uk.carecontracts.contracts.pipeline;

import org.jspecify.annotations.NullMarked;
