/** A tiny service on the kit, to test the kit with. */
@NullMarked
package uk.carecontracts.kit.notes;

import org.jspecify.annotations.NullMarked;
