/** Tests of how events are applied. */
@NullMarked
package uk.carecontracts.kit.inbox;

import org.jspecify.annotations.NullMarked;
