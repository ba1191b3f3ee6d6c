/** Applies the events of other services exactly once, whatever the broker redelivers. */
@NullMarked
package uk.carecontracts.kit.inbox;

import org.jspecify.annotations.NullMarked;
