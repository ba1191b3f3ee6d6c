/**
 * Demo data: made up, the same every time, loaded through the gateway as any other system would.
 */
@NullMarked
package uk.carecontracts.stack.demo;

import org.jspecify.annotations.NullMarked;
