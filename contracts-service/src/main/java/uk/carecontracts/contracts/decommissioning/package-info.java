/** Plans to wind services down: the people, what they are offered instead, and who is told when. */
@NullMarked
package uk.carecontracts.contracts.decommissioning;

import org.jspecify.annotations.NullMarked;
