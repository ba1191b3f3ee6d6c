/** Tests of what the public may read. */
@NullMarked
package uk.carecontracts.contracts.publication;

import org.jspecify.annotations.NullMarked;
