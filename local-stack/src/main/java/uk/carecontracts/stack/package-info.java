/**
 * The launcher behind {@code ./stack}: starts, watches and stops the whole product on one machine.
 */
@NullMarked
package uk.carecontracts.stack;

import org.jspecify.annotations.NullMarked;
