/** Tests of variations. */
@NullMarked
package uk.carecontracts.contracts.variations;

import org.jspecify.annotations.NullMarked;
