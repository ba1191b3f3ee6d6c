/** Fundings are whole, and what is committed adds up. */
@NullMarked
package uk.carecontracts.contracts.funding;

import org.jspecify.annotations.NullMarked;
