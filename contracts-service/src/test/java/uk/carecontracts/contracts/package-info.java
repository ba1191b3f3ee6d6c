/** What the tests of this service share. */
@NullMarked
package uk.carecontracts.contracts;

import org.jspecify.annotations.NullMarked;
