/** Searches of the register that people keep under a name. */
@NullMarked
package uk.carecontracts.contracts.savedsearches;

import org.jspecify.annotations.NullMarked;
