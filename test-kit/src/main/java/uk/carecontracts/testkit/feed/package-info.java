/** Proves that a change feed tells of every version, however many write meanwhile. */
@NullMarked
package uk.carecontracts.testkit.feed;

import org.jspecify.annotations.NullMarked;
