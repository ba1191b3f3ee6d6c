/** Services are wound down by complete plans only. */
@NullMarked
package uk.carecontracts.contracts.decommissioning;

import org.jspecify.annotations.NullMarked;
