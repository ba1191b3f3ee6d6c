/** How much one client may ask in a while. */
@NullMarked
package uk.carecontracts.gateway.limits;

import org.jspecify.annotations.NullMarked;
