/** Tests of the open contracting formats. */
@NullMarked
package uk.carecontracts.contracts.ocds;

import org.jspecify.annotations.NullMarked;
