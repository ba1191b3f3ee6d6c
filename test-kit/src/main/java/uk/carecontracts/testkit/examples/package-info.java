/** Keeps what tests really sent and were answered as the examples of the API documents. */
@NullMarked
package uk.carecontracts.testkit.examples;

import org.jspecify.annotations.NullMarked;
